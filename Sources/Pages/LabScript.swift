/// What a page does where readers run the rule themselves.
extension PageScript {
  /// It asks `experiment` for all that belongs to the rule.
  static let lab = #"""
    const lab = $("lab"), slider = $("step");
    $("parameters").addEventListener("submit", (event) => event.preventDefault());
    // In a network the slider leads from quantity to quantity of one pass, else from step to step.
    const network = experiment.places;
    const origin = experiment.start && experiment.start + "0";
    const names = [...experiment.parameters, ...(origin ? [origin] : [])];
    const last = network ? experiment.rules.length : experiment.steps;
    const at = () => (network ? 1 : state.t);
    const initial = Object.fromEntries(names.map((name) => [name, Number($("A-" + name).value)]));
    const state = { A: { ...initial }, B: null, t: 1, asked: "" };
    let runs = {};

    const run = (numbers) => {
      const { columns, memory, start, rules, steps } = experiment;
      experiment.take(numbers);
      for (const [name, column] of Object.entries(columns)) {
        column.length = 0;
        if (name in memory) column[0] = memory[name];
      }
      if (origin) columns[start][0] = numbers[origin];
      for (let t = 1; t <= steps; t++) for (const [name, rule] of rules) columns[name][t] = rule(t);
      return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column]]));
    };

    /// What a quantity of a step would be with some of its formulas mistaken.
    const mistaken = (asked, changes, t) => {
      const { columns, rules } = experiment;
      const kept = rules.map(([name]) => columns[name][t]);
      let value = NaN;
      for (const [name, rule] of rules) {
        columns[name][t] = (changes[name] ?? rule)(t);
        if (name === asked) value = columns[name][t];
      }
      rules.forEach(([name], index) => { columns[name][t] = kept[index]; });
      return value;
    };

    // What is chosen and how it is written: numbers are typed exactly, and dragged on a scale that suits them.
    const scales = {
      log: [(s) => 10 ** s, (x) => Math.log10(Math.max(x, 1e-12))],
      linear: [Number, Number],
    };
    const accepts = { positive: (x) => x > 0, notNegative: (x) => x >= 0, belowOne: (x) => x >= 0 && x < 1, part: (x) => x >= 0 && x <= 1, positivePart: (x) => x > 0 && x <= 1, any: () => true };
    const inputs = (who, name) => ({ number: $(`${who}-${name}`), range: $(`${who}-${name}-range`) });
    const isGood = (input, x) => Number.isFinite(x) && accepts[input.dataset.range](x);
    const set = (who, name, x) => {
      state[who][name] = x;
      // Both runs begin in one place.
      if (name === origin && state.B) state.A[name] = state.B[name] = x;
      render();
    };
    const showInputs = () => {
      for (const who of ["A", "B"]) for (const name of names) {
        const { number, range } = inputs(who, name);
        if (!number || !state[who]) continue;
        const x = state[who][name];
        if (document.activeElement !== number) number.value = x;
        number.setAttribute("aria-invalid", "false");
        range.value = scales[range.dataset.scale][1](x);
        range.setAttribute("aria-valuetext", written(x));
      }
    };
    for (const who of ["A", "B"]) for (const name of names) {
      const { number, range } = inputs(who, name);
      if (!number) continue;
      number.addEventListener("input", () => {
        const x = number.value.trim() === "" ? NaN : Number(number.value.replace("−", "-"));
        if (isGood(number, x)) set(who, name, x);
        else number.setAttribute("aria-invalid", "true");
      });
      number.addEventListener("change", render);
      range.addEventListener("input", () => {
        const x = Number(scales[range.dataset.scale][0](Number(range.value)).toPrecision(3));
        if (isGood(number, x)) set(who, name, x);
      });
    }

    // Charts.
    const extent = (numbers) => {
      let low = Infinity, high = -Infinity;
      for (const x of numbers) if (Number.isFinite(x) && Math.abs(x) < 1e300) { low = Math.min(low, x); high = Math.max(high, x); }
      if (low > high) return [0, 1];
      const room = high - low || Math.abs(high) || 1;
      return [low - 0.06 * room, high + 0.06 * room];
    };
    const ticks = ([low, high], count) => {
      const raw = (high - low) / count, power = 10 ** Math.floor(Math.log10(raw));
      const every = power * [1, 2, 5, 10].find((step) => step * power >= raw);
      return Array.from({ length: Math.floor(high / every) - Math.ceil(low / every) + 1 }, (_, i) => (Math.ceil(low / every) + i) * every);
    };
    const frame = (x, y, [width, height, left, right, top, bottom]) => {
      const px = (v) => left + ((v - x[0]) / (x[1] - x[0])) * (width - left - right);
      const py = (v) => height - bottom - ((v - y[0]) / (y[1] - y[0])) * (height - top - bottom);
      const grid = ticks(x, 5).map((v) => `<path class="grid" d="M${px(v).toFixed(1)} ${top}V${height - bottom}"/><text x="${px(v).toFixed(1)}" y="${height - bottom + 18}" text-anchor="middle">${written(v)}</text>`).join("")
        + ticks(y, 4).map((v) => `<path class="grid" d="M${left} ${py(v).toFixed(1)}H${width - right}"/><text x="${left - 8}" y="${(py(v) + 4).toFixed(1)}" text-anchor="end">${written(v)}</text>`).join("");
      const line = (points, look) => {
        const every = Math.ceil(points.length / 800);
        const seen = points.filter(([a, b], i) => i % every === 0 && Number.isFinite(a) && Number.isFinite(b));
        const clamp = (v) => Math.max(-9999, Math.min(9999, v)).toFixed(1);
        return `<path class="${look}" d="${seen.map(([a, b], i) => `${i ? "L" : "M"}${clamp(px(a))} ${clamp(py(b))}`).join("")}"/>`;
      };
      return { px, py, grid, line };
    };
    /// Charts are as wide as their place, so that their letters have one size.
    const shape = (name, height, right) => {
      const chart = $(name), width = Math.max(240, chart.clientWidth);
      chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
      return [width, height, 56, right, 12, 34];
    };
    let toStart = null;
    const drawLoss = () => {
      const { start, loss, steps } = experiment;
      const walks = ["A", "B"].filter((who) => runs[who]).map((who) => [who, runs[who][start]]);
      const reach = Math.max(...extent(walks.flatMap(([, walk]) => walk)).map(Math.abs));
      const [low, high] = extent([...walks.flatMap(([, walk]) => walk), -0.3 * reach, 0.3 * reach]);
      const curve = Array.from({ length: 161 }, (_, i) => low + ((high - low) * i) / 160).map((v) => [v, loss(v)]);
      const size = shape("loss", 300, 16);
      const { px, py, grid, line } = frame([low, high], extent(curve.map((p) => p[1])), size);
      toStart = (x) => low + ((x - size[2]) / (size[0] - size[2] - size[3])) * (high - low);
      const dots = walks.map(([who, walk]) => {
        const every = Math.max(1, Math.ceil(steps / 60));
        const points = walk.filter((v, i) => i % every === 0 && Number.isFinite(loss(v)));
        const now = walk[state.t], isRight = px(now) > 0.7 * size[0];
        return line(walk.map((v) => [v, loss(v)]), `walk ${who}`)
          + points.map((v) => `<circle class="dot ${who}" cx="${px(v).toFixed(1)}" cy="${py(loss(v)).toFixed(1)}" r="2.5"/>`).join("")
          + (Number.isFinite(loss(now)) ? `<circle class="now ${who}" cx="${px(now).toFixed(1)}" cy="${py(loss(now)).toFixed(1)}" r="8"/><text class="name" x="${(px(now) + (isRight ? -14 : 14)).toFixed(1)}" y="${(py(loss(now)) - 8).toFixed(1)}" text-anchor="${isRight ? "end" : "start"}">${walks.length > 1 ? who : `${start} = ${written(now)}`}</text>` : "");
      }).join("");
      $("loss").innerHTML = grid + line(curve, "curve") + dots;
      const told = walks.map(([who, walk]) => {
        const [from, to, now] = [walk[0], walk[steps], walk[state.t]].map(written);
        return { en: `${walks.length > 1 ? who + ": " : ""}${start} goes from ${from} to ${to} in ${steps} steps; at step ${state.t} it is ${now}`, zh: `${walks.length > 1 ? who + "：" : ""}${start} 在 ${steps} 步中从 ${from} 到 ${to}，第 ${state.t} 步为 ${now}` };
      });
      $("loss").setAttribute("aria-label", say({ en: told.map((w) => w.en).join("; "), zh: told.map((w) => w.zh).join("；") }));
    };
    const drawNetwork = () => {
      const { places, sources, labels, rules } = experiment;
      const size = shape("loss", 380, 0), done = rules.slice(0, state.t).map(([name]) => name);
      const spot = (name) => [70 + places[name][0] * (size[0] - 140), 24 + places[name][1] * (size[1] - 48)];
      const current = done.at(-1), values = { ...state.A, ...Object.fromEntries(done.map((name) => [name, runs.A[name][1]])) };
      const edges = Object.entries(sources).flatMap(([to, from]) => from.map((name) => [name, to]));
      const lines = edges.map(([from, to]) => {
        const [a, b] = [spot(from), spot(to)], isNow = to === current;
        // Back through the network it is the same way that is shown, not a further one.
        if (!isNow && b[0] <= a[0]) return "";
        return `<path class="${isNow ? (b[0] <= a[0] ? "way B" : "way A") : "grid"}" d="M${a.map(Math.round).join(" ")}L${b.map(Math.round).join(" ")}"/>`;
      });
      const here = {};
      for (const name of [...Object.keys(state.A), ...done]) if (name in places) here[places[name]] = name;
      const nodes = Object.values(here).map((name) => {
        const [x, y] = spot(name);
        return `<text class="${name === current ? "name" : ""}" text-anchor="middle" x="${x.toFixed(1)}" y="${(y - 3).toFixed(1)}">${labels[name]}<tspan x="${x.toFixed(1)}" dy="15">${written(Number(values[name].toPrecision(3)))}</tspan></text>`;
      });
      $("loss").innerHTML = lines.sort().join("") + nodes.join("");
      const told = current ? `${labels[current]} = ${written(values[current])}` : "";
      $("loss").setAttribute("aria-label", say({ en: `The network; ${told || "nothing is calculated yet"}`, zh: `网络；${told || "尚未开始计算"}` }));
    };
    const drawOver = () => {
      const shown = experiment.rules.map(([name]) => name);
      const numbers = shown.flatMap((name) => runs.A[name]);
      const size = shape("over", 240, 40);
      const { px, py, grid, line } = frame([0, Math.max(1, experiment.steps)], extent(numbers), size);
      // From the lowest up, one above the other.
      let last = Infinity;
      const labels = shown.map((name) => [name, py(runs.A[name][experiment.steps])]).filter(([, y]) => Number.isFinite(y)).sort((a, b) => b[1] - a[1])
        .map(([name, y]) => {
          last = Math.min(y, last - 14, size[1] - size[5]);
          return `<text class="name q${shown.indexOf(name)}" x="${size[0] - size[3] + 6}" y="${(last + 4).toFixed(1)}">${experiment.labels[name]}</text>`;
        }).join("");
      $("over").innerHTML = grid + shown.map((name, i) => line(runs.A[name].map((v, t) => [t, v]), `q q${i}`)).join("")
        + `<path class="cursor" d="M${px(state.t).toFixed(1)} ${size[4]}V${size[1] - size[5]}"/>` + labels;
      const told = shown.map((name) => `${experiment.labels[name]} = ${written(runs.A[name][state.t])}`).join(", ");
      $("over").setAttribute("aria-label", say({ en: `All quantities over the steps; at step ${state.t}: ${told}`, zh: `各个量随步数的变化；第 ${state.t} 步：${told}` }));
    };

    // The article's table follows.
    const table = document.querySelector("table[data-run]");
    const original = table && [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent));
    const fillTable = () => {
      if (!table) return;
      const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.column);
      const isOriginal = names.every((name) => state.A[name] === initial[name]);
      [...table.tBodies[0].rows].forEach((row, index) => {
        if (row.cells.length < keys.length) return;
        const t = Number(original[index][0].trim());
        keys.forEach((key, column) => {
          if (column === 0) return;
          const value = key === "L" ? experiment.loss(runs.A[experiment.start][t]) : runs.A[key]?.[t];
          const isGiven = t === 0 && key !== "L" && key !== experiment.start;
          row.cells[column].textContent = isOriginal ? original[index][column] : isGiven || value === undefined ? "" : written(value);
        });
        if (t === state.t) highlight(row);
      });
    };

    const filled = (text) => text.replace(/4815162342(\d)(\d\d\d)/g, (_, operand, slot) => {
      const x = experiment.slots[Number(slot)](at()), text = String(x);
      return operand !== "0" && x < 0 ? `(${text})` : text;
    });
    const showDerivation = () => {
      lab.querySelectorAll("[data-slot]").forEach((slot) => {
        slot.innerHTML = mathML(experiment.slots[slot.dataset.slot](at()), Number(slot.dataset.operand ?? 0));
      });
      lab.querySelectorAll("[data-value]").forEach((slot) => {
        const isAsked = slot.dataset.value === state.asked;
        slot.innerHTML = isAsked ? "<mi>?</mi>" : mathML(runs.A[slot.dataset.value][at()]);
        slot.closest("p").classList.toggle("asked", isAsked);
      });
      $("derivation").hidden = state.t === 0;
      if (!network) return;
      [...$("derivation").children].forEach((line, index) => {
        line.classList.toggle("later", index >= state.t);
        line.toggleAttribute("aria-current", index === state.t - 1);
        if (index === state.t - 1) $("derivation").scrollTop = line.offsetTop - 60;
      });
    };

    function render() {
      runs = { B: state.B && run(state.B) };
      runs.A = run(state.A);
      slider.value = state.t;
      slider.setAttribute("aria-valuetext", say({ en: `step ${state.t} of ${last}`, zh: `第 ${state.t} 步，共 ${last} 步` }));
      $("now").textContent = `${state.t} / ${last}`;
      showInputs();
      showDerivation();
      if (network) drawNetwork();
      else {
        drawLoss();
        drawOver();
        fillTable();
      }
      lab.classList.toggle("compares", state.B !== null);
      if ($("compare")) $("compare").checked = state.B !== null;
      writeAddress();
    }

    // The address holds all that was chosen, so that it can be sent.
    const writeAddress = () => {
      const words = new URLSearchParams();
      for (const name of names) if (state.A[name] !== initial[name]) words.set(name, state.A[name]);
      if (state.B) for (const name of experiment.parameters) words.set("B." + name, state.B[name]);
      words.set("t", state.t);
      words.set("language", $("zh").checked ? "zh" : "en");
      history.replaceState(null, "", "#" + words);
    };
    const readAddress = () => {
      const words = new URLSearchParams(location.hash.slice(1));
      const read = (who, name, key) => {
        const x = Number(words.get(key));
        if (words.has(key) && words.get(key) !== "" && isGood($("A-" + name), x)) state[who][name] = x;
      };
      for (const name of names) read("A", name, name);
      if ([...words.keys()].some((key) => key.startsWith("B."))) {
        state.B = { ...state.A };
        for (const name of experiment.parameters) read("B", name, "B." + name);
      }
      const t = Number(words.get("t"));
      if (words.has("t") && Number.isInteger(t) && t >= 0 && t <= last) state.t = t;
      if (["en", "zh"].includes(words.get("language"))) $(words.get("language")).checked = true;
    };

    const go = (t) => {
      state.t = Math.max(0, Math.min(last, t));
      state.asked = "";
      render();
    };
    const stop = player($("play"), () => {
      if (state.t >= last) return false;
      go(state.t + 1);
      return true;
    });
    slider.addEventListener("input", () => { stop(); go(Number(slider.value)); });
    $("back").addEventListener("click", () => { stop(); go(state.t - 1); });
    $("next").addEventListener("click", () => { stop(); go(state.t + 1); });
    $("reset").addEventListener("click", () => { stop(); Object.assign(state, { A: { ...initial }, B: null }); go(1); });
    $("compare")?.addEventListener("change", () => {
      state.B = $("compare").checked ? { ...state.A } : null;
      render();
    });
    const drag = (event) => {
      const box = $("loss").getBoundingClientRect();
      const x = Number(toStart(event.clientX - box.left).toPrecision(3));
      if (Number.isFinite(x)) set("A", origin, x);
    };
    let before = null;
    $("loss").addEventListener("pointerdown", (event) => {
      if (network) return;
      before = toStart;
      $("loss").setPointerCapture(event.pointerId);
      drag(event);
    });
    $("loss").addEventListener("pointermove", (event) => {
      if (!before) return;
      // The scale stays while it is dragged on.
      toStart = before;
      drag(event);
    });
    for (const end of ["pointerup", "pointercancel"]) $("loss").addEventListener(end, () => { before = null; });

    // To take away.
    $("copy-latex").addEventListener("click", () => {
      const lines = experiment.latex.map(([rule, numbers, name]) => `  ${rule.replace(" = ", " &= ")}\\\\\n  &= ${filled(numbers)} = ${runs.A[name][at()]}`);
      copy(`% t = ${at()}\n\\begin{align*}\n${lines.join("\\\\\n")}\n\\end{align*}\n`);
    });
    $("copy-python").addEventListener("click", () => {
      const { start, steps, parameters, memory, python } = experiment;
      const known = parameters.map((name) => `${name} = ${state.A[name]}`);
      if (network) return copy([python.prelude, ...known, ...python.rules, ""].join("\n"));
      const begin = [...Object.keys(experiment.columns)].map((name) => `${name} = {0: ${name === start ? state.A[start + "0"] : memory[name] ?? 0}}`);
      copy([python.prelude, ...known, ...begin, `for t in range(1, ${steps} + 1):`, ...python.rules.map((rule) => "    " + rule), `print(${start}[${steps}])`, ""].join("\n"));
    });
    $("save-figure").addEventListener("click", () => {
      const look = getComputedStyle(document.body);
      const rules = [...document.styleSheets[0].cssRules].map((rule) => rule.cssText).filter((text) => text.startsWith("#lab"))
        .map((text) => text.replaceAll("#lab ", "").replace(/var\((--[a-z]+)\)/g, (_, name) => look.getPropertyValue(name)));
      download(`${experiment.subject}.svg`, "image/svg+xml", $("loss").outerHTML.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="13"').replace(">", `><style>${rules.join("")}</style>`));
    });
    $("save-trace").addEventListener("click", () => {
      const heads = experiment.rules.map(([name]) => name);
      const rows = runs.A[heads.at(-1)].map((_, t) => [t, ...heads.map((name) => runs.A[name][t] ?? "")].join(","));
      download(`${experiment.subject}.csv`, "text/csv", ["step," + heads.join(","), ...rows, ""].join("\n"));
    });

    // Your turn: a number is asked for, and what comes back is looked for among the known mistakes.
    const near = (typed, x) => {
      const digits = typed.replace(/^-?0*\.?0*/, "").replace(/e.*/i, "").replace(".", "").length;
      const size = Math.abs(x) || 1;
      return Math.abs(Number(typed) - x) <= size * Math.max(10 ** (1 - Math.max(3, digits)), 1e-9);
    };
    $("ask").addEventListener("click", () => {
      stop();
      if (state.t === 0 || network) state.t = network ? last : 1;
      state.asked = $("asked").value;
      $("answer").hidden = false;
      $("said").textContent = "";
      render();
      $("typed").value = "";
      $("typed").focus();
    });
    $("answer").addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = $("typed").value.trim().replace("−", "-"), asked = state.asked;
      if (!asked) return;
      const right = runs.A[asked][at()];
      let answer = { en: "That is no number.", zh: "这不是一个数。" }, look = "wrong";
      if (typed !== "" && Number.isFinite(Number(typed))) {
        const found = experiment.mistakes.filter(([, changes]) => {
          const x = mistaken(asked, changes, at());
          return near(typed, x) && !near(typed, right);
        }).map(([words]) => words);
        const others = experiment.rules.map(([name]) => name).filter((name) => name !== asked && near(typed, runs.A[name][at()]));
        if (near(typed, right)) {
          [answer, look] = [{ en: "Right.", zh: "正确。" }, "right"];
          state.asked = "";
          render();
        } else if (found.length) {
          answer = { en: `Not yet: ${found.slice(0, 2).map((w) => w.en).join("; or ")}.`, zh: `还不对：${found.slice(0, 2).map((w) => w.zh).join("；或者")}。` };
        } else if (others.length) {
          answer = { en: `Not yet: that is ${experiment.labels[others[0]]} of this step.`, zh: `还不对：这是这一步的 ${experiment.labels[others[0]]}。` };
        } else {
          answer = { en: "Not yet. No known mistake gives this number; fill in the formula once more.", zh: "还不对。已知的错误都得不到这个数，请再代入一次公式。" };
        }
      }
      $("said").className = look;
      $("said").innerHTML = both(answer);
    });

    addEventListener("resize", render);
    for (const id of ["en", "zh"]) $(id).addEventListener("change", () => { languages(); render(); });
    addEventListener("hashchange", () => { readAddress(); languages(); render(); });
    readAddress();
    languages();
    lab.hidden = false;
    render();
    """#
}
