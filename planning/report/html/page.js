"use strict";
const plan = JSON.parse(document.getElementById("plan").textContent);
const SCALES = ["minimum", "expected", "maximum"];
const PARTS = {
  "weights": "weights", "overhead": "overhead", "activations": "activations",
  "CUDA graphs": "graphs", "KV cache": "cache", "free": "free", "reserved": "reserved",
};
const entries = [...plan.models.map((m) => `models.${m.name}`), ...plan.jobs.map((j) => `jobs.${j.name}`)];
const colour = new Map(entries.map((about, i) => [about, `var(--m${i % 10})`]));
const isJob = (about) => about.startsWith("jobs.");
const named = (about) => isJob(about) ? `job ${about.slice(5)}` : about.slice(7);
const find = (id) => document.getElementById(id);
const money = (n) => n === null ? "unknown"
  : n.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const duration = (minutes) => minutes < 120 ? `${minutes} min` : `${minutes / 60} h`;
const span = (low, high) => low === high ? `${low}` : `${low}–${high}`;

/* An element with properties and children; text is never parsed as HTML. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "style") element.style.cssText = value;
    else if (key.startsWith("data-") || key.startsWith("aria-")) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

function head() {
  document.title = `Plan of ${plan.stack}`;
  find("title").textContent = plan.stack;
  find("eyebrow").textContent = `Plan · ${plan.region} · vLLM ${plan.vllm}`;
  find("footer").textContent = "Prices: "
    + [...new Set(plan.groups.map((g) => g.price.source))].join("; ");
  for (const scale of SCALES) {
    const button = make("button", { type: "button", textContent: scale, "data-scale": scale });
    button.addEventListener("click", () => { location.hash = scale; show(scale); });
    find("scales").append(button);
  }
}

function change() {
  const { reference, comparable, steps, rollouts, deltas } = plan.change;
  const figure = (n) => n === null ? "none" : n.toLocaleString("en-US", { maximumFractionDigits: 2 });
  find("change").hidden = false;
  find("change").querySelector("h2").textContent = `Against ${reference}: ${steps.length} resources differ`;
  const list = find("change").querySelector("ul");
  for (const step of steps.filter((s) => s.loses)) {
    list.append(make("li", { className: "loses" }, make("b", { textContent: step.action }),
      ` ${step.resource}: loses ${step.loses} `, make("small", { textContent: step.paths.join(", ") })));
  }
  for (const r of rollouts) {
    list.append(make("li", { className: r.silent ? "loses" : "" }, make("b", { textContent: r.model }),
      ` ${r.says} `, make("small", { textContent: r.paths.join(", ") })));
  }
  for (const d of deltas) {
    list.append(make("li", {}, `${d.what}: ${figure(d.before)} → ${figure(d.after)} ${d.unit}`));
  }
  if (!comparable) {
    list.append(make("li", {}, "fit, cost and capacity: the stack was not there, or is no longer valid"));
  }
  const harmless = steps.filter((s) => !s.loses);
  if (harmless.length) {
    list.append(make("li", {}, make("details", {},
      make("summary", { textContent: `${harmless.length} that lose nothing` }),
      ...harmless.map((s) => make("div", { "data-step": s.action }, `${s.action} ${s.resource} `,
        make("small", { textContent: s.paths.join(", ") }))))));
  }
}

function findings() {
  find("findings").hidden = plan.findings.length === 0;
  for (const it of plan.findings) {
    find("findings").querySelector("ul").append(make("li", { className: it.level },
      make("b", { textContent: it.level }), ` ${it.about}: ${it.what}; ${it.mend} `,
      make("small", { textContent: it.rule })));
  }
}

function memory() {
  for (const [name, key] of Object.entries(PARTS)) {
    find("memory-legend").append(make("span", {}, make("i", { style: `background:var(--${key})` }), name));
  }
  for (const model of plan.models) find("memory").append(memoryRow(model));
}

function memoryRow(model) {
  const fit = model.fit;
  const name = make("div", { className: "name" }, model.name,
    make("small", { textContent: fit ? `${model.gpus} × ${fit.gpu}` : "architecture unknown" }));
  const row = make("div", { className: "row", "data-model": model.name }, name);
  if (!fit) return row;
  const bar = make("div", { className: "bar", "aria-label": `memory of ${model.name}` });
  for (const part of fit.parts) {
    const share = Math.max(part.gib, 0) / fit.gpu_gib;
    bar.append(make("span", {
      style: `flex:${share} 0 0; background:var(--${PARTS[part.name]})`,
      title: `${part.name}: ${part.gib} GiB (${part.low_gib}–${part.high_gib}), ${part.reason}`,
      textContent: share > 0.06 ? part.gib.toFixed(1) : "",
      "data-part": part.name, "data-gib": part.gib,
    }));
  }
  row.append(make("div", {}, bar, whisker(fit)), memoryFigure(model, fit));
  return row;
}

function whisker(fit) {
  const kv = fit.parts.find((part) => part.name === "KV cache");
  if (!kv) return "";
  const end = fit.gpu_gib - fit.parts.at(-1).gib;
  const left = 100 * (end - kv.high_gib) / fit.gpu_gib;
  const width = 100 * (kv.high_gib - kv.low_gib) / fit.gpu_gib;
  return make("div", { className: "whisker", title: `KV cache ${kv.low_gib}–${kv.high_gib} GiB` },
    make("i", { style: `left:${left}%; width:${width}%` }));
}

function memoryFigure(model, fit) {
  if (fit.kind === "pool") return make("div", { className: "figure", textContent: "no KV cache" });
  const { full, typical } = fit.concurrency;
  return make("div", { className: "figure" },
    `${full} × ${fit.context_length.toLocaleString("en-US")} tokens`,
    make("small", { textContent: `${typical} × ${fit.typical_context.toLocaleString("en-US")} at once` }));
}

function nodes(scale) {
  const used = new Set(plan.nodes[scale].flatMap((n) => n.pods.map((pod) => pod.about)));
  find("node-legend").replaceChildren(...entries.filter((about) => used.has(about)).map((about) =>
    make("span", {}, swatch(about, "i"), named(about))));
  find("nodes").replaceChildren();
  for (const group of plan.groups) {
    const here = plan.nodes[scale].filter((node) => node.group === group.name);
    const kind = group.gpu ? `${group.gpus_per_node} × ${group.gpu}` : "no GPU";
    const what = `${group.instance_type ?? "hardware"} · ${kind} · ${here.length} of at most ${group.max_nodes} nodes`;
    find("nodes").append(make("div", {},
      make("div", { className: "group" }, group.name, make("small", { textContent: what })),
      make("div", { className: "cards" }, ...here.map(nodeCard))));
  }
}

/* A square in an entry's colour; jobs are striped, because they end. */
function swatch(about, tag, properties = {}) {
  const className = `${properties.className ?? ""} ${isJob(about) ? "striped" : ""}`.trim();
  return make(tag, { ...properties, className, style: `background-color:${colour.get(about)}` });
}

function nodeCard(node) {
  const card = make("div", { className: "node", "data-node": node.name }, node.name);
  if (!node.gpus) return card.append(make("div", { className: "cpu", textContent: "CPU" })), card;
  const gpus = make("div", { className: "gpus" });
  for (const pod of node.pods) {
    for (let gpu = 0; gpu < pod.gpus; gpu++) {
      gpus.append(swatch(pod.about, "div", {
        className: "gpu", title: pod.name, textContent: gpu === 0 ? pod.name.split("-").at(-1) : "",
        "data-pod": pod.name,
      }));
    }
  }
  for (let gpu = node.gpus_used; gpu < node.gpus; gpu++) {
    gpus.append(make("div", { className: "gpu idle", title: "idle" }));
  }
  return card.append(gpus), card;
}

function cost(scale) {
  const costs = plan.cost.by_tenant[scale];
  const most = Math.max(...SCALES.flatMap((s) => Object.values(plan.cost.by_tenant[s])));
  const rows = Object.entries(costs).sort((a, b) => b[1] - a[1]).map(([name, figure]) => {
    const idle = ![...plan.models, ...plan.jobs].some((one) => one.tenant === name);
    return make("div", { className: "row narrow", "data-tenant": name, "data-cost": figure },
      make("div", { className: "name", textContent: name }),
      make("div", { className: "track" }, make("span", {
        className: idle ? "idle" : "",
        style: `left:0; width:${100 * figure / most}%;` + (idle ? "" : "background:var(--accent)"),
      })),
      make("div", { className: "figure", textContent: `${money(figure)}/h` }));
  });
  find("cost").replaceChildren(...rows);
}

function tokens() {
  const priced = plan.models.filter((m) => m.per_million_tokens !== null);
  if (!priced.length) return;
  find("tokens").append(table([["model", ""], [`${plan.currency} for a million output tokens`, "n"]],
    priced.map((m) => [m.name, money(m.per_million_tokens)])));
}

function range(scale) {
  const most = Math.max(...plan.models.map((m) => m.replicas.maximum), 1);
  find("range").replaceChildren(...plan.models.map((m) => {
    const { minimum, maximum } = m.replicas;
    const at = 100 * m.replicas[scale] / most;
    return make("div", { className: "row narrow", "data-range": m.name },
      make("div", { className: "name", textContent: m.name }),
      make("div", { className: "track" },
        make("span", { style: `left:${100 * minimum / most}%; width:${Math.max(100 * (maximum - minimum) / most, .8)}%; background:${colour.get(`models.${m.name}`)}` }),
        make("em", { style: `left:calc(${at}% - 1.5px)`, title: `${m.replicas[scale]} at ${scale}` })),
      make("div", { className: "figure" }, `${span(minimum, maximum)} ${maximum === 1 ? "replica" : "replicas"}`));
  }));
}

function table(columns, rows) {
  return make("table", {},
    make("thead", {}, make("tr", {}, ...columns.map(([text, n]) => make("th", { className: n, textContent: text })))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell, i) =>
      make("td", { className: columns[i][1] }, ...[cell].flat()))))));
}

function jobs() {
  find("jobs").hidden = plan.jobs.length === 0;
  const columns = [["job", ""], ["workers", "n"], ["starts", ""], ["runs", "n"], ["may lose", "n"], ["an hour", "n"], ["a run", "n"]];
  find("jobs").querySelector("div").append(table(columns, plan.jobs.map((j) => [
    [make("span", { textContent: j.name, "data-job": j.name }), make("small", { textContent: `${j.gpus} GPUs of ${j.node_group} each, queue ${j.queue}` })],
    span(j.workers.minimum, j.workers.maximum), j.starts, duration(j.runs_minutes),
    j.preemptable ? duration(j.loses_minutes) : "nothing",
    span(money(j.hourly.minimum), money(j.hourly.maximum)), money(j.run_cost),
  ])));
}

function queues(scale) {
  const { minimum, maximum } = plan.pool_gpus;
  const wide = (gpus) => `${100 * gpus / Math.max(maximum, 1)}%`;
  find("pool").textContent = `Bars are as wide as all ${span(minimum, maximum)} GPUs of the nodes.`;
  find("queues").replaceChildren(...plan.queues.map((q) => {
    const models = q.models[scale], jobs = q.jobs[scale];
    const said = ["guarantee", "deserved", "capability"].filter((kind) => q[kind] !== null);
    const small = [q.parent ? `of ${q.parent}` : "", ...said.map((kind) => `${kind} ${q[kind]}`)];
    return make("div", { className: "row narrow", "data-queue": q.name, "data-asked": models + jobs },
      make("div", { className: "name" }, q.name, make("small", { textContent: small.filter(Boolean).join(", ") })),
      make("div", { className: "track" },
        make("span", { className: "guarantee", style: `left:0; width:${wide(q.guarantee ?? 0)}` }),
        make("span", { style: `left:0; width:${wide(models)}; top:6px; bottom:6px; background:var(--accent)` }),
        make("span", { className: "striped", style: `left:${wide(models)}; width:${wide(jobs)}; top:6px; bottom:6px; background-color:var(--accent)` }),
        make("em", { style: `left:calc(${wide(q.at_most)} - 1.5px)`, title: `at most ${q.at_most}` })),
      make("div", { className: "figure" }, `${models + jobs} of ${q.at_most}`,
        make("small", { textContent: `${money(plan.cost.by_queue[scale][q.name] ?? 0)}/h` })));
  }));
}

function priorities() {
  const names = plan.priorities.map((one) => one.name);
  const drawn = table([["", ""], ...names.map((name) => [name, ""])], plan.priorities.map((one) => [
    [one.name, make("small", { textContent: `${one.value}` })], ...names.map((name) => one.to[name] ?? ""),
  ]));
  for (const [row, one] of plan.priorities.entries()) {
    for (const [column, name] of names.entries()) {
      const effect = one.to[name] ?? "none";
      const cell = drawn.tBodies[0].rows[row].cells[column + 1];
      cell.className = `effect effect-${effect === "goes first" ? "first" : effect}`;
      cell.dataset.effect = effect;
    }
  }
  find("priorities").append(drawn);
}

function groups() {
  const columns = [["group", ""], ["nodes", "n"], ["idle", "n"], ["on demand", "n"], ["spot", "n"], ["reserved", "n"], ["an hour", "n"]];
  find("groups").append(table(columns, plan.groups.map((g) => [
    [g.name, make("small", { textContent: g.instance_type ?? "hardware" })],
    `${span(g.nodes.minimum, g.nodes.maximum)} of ${g.max_nodes}`,
    g.gpus_per_node ? span(g.idle_gpus.minimum, g.idle_gpus.maximum) : "",
    (g.price.derived ? "~" : "") + money(g.price.on_demand), money(g.price.spot), money(g.price.reserved),
    span(money(g.hourly.minimum), money(g.hourly.maximum)),
  ])));
}

function losses() {
  const lost = plan.losses.map((l) => [`without ${l.lost}`,
    Object.entries(l.waiting).map(([about, n]) => `${n} of ${named(about)} wait`).join(", ")
    + (l.down.length ? `; nobody answers for ${l.down.map(named).join(", ")}` : "")]);
  const limits = plan.quotas.map((q) => [q.name, `${q.needed_vcpus} vCPUs needed, ${q.limit_vcpus ?? "unknown"} allowed`]);
  find("losses").append(table([["what", ""], ["then", ""]], [...lost, ...limits]));
}

function show(scale) {
  const total = plan.totals[scale];
  find("hourly").textContent = `${money(total.hourly)} ${plan.currency}/h`;
  const run = plan.jobs.length ? ", each job run once" : "";
  const alone = plan.jobs.length ? `${money(total.standing)} while no job runs · ` : "";
  find("monthly").textContent = `${alone}${money(total.monthly)} a month${run} · ${total.nodes} nodes at ${scale} scale`;
  for (const button of find("scales").children) {
    button.setAttribute("aria-pressed", button.dataset.scale === scale);
  }
  nodes(scale);
  queues(scale);
  cost(scale);
  range(scale);
  document.body.dataset.scale = scale;
}

head();
if (plan.change) change();
findings();
memory();
jobs();
priorities();
tokens();
groups();
losses();
show(SCALES.includes(location.hash.slice(1)) ? location.hash.slice(1) : "expected");
