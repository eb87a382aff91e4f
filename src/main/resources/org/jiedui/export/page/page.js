(function () {
  "use strict";
  var root = document.documentElement;
  var PAGE = 100;

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function language(name) {
    root.setAttribute("data-lang", name);
    root.setAttribute("lang", name === "zh" ? "zh-CN" : "en");
    document.title = root.getAttribute("data-title-" + name);
  }

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text !== undefined) { element.textContent = text; }
    return element;
  }

  function both(parent, zh, en) {
    var a = make("span", "", zh);
    a.lang = "zh-CN";
    var b = make("span", "", en);
    b.lang = "en";
    parent.appendChild(a);
    parent.appendChild(b);
    return parent;
  }

  function number(text) {
    var plain = text.replace(/,/g, "").replace(/\u2212/g, "-").replace(/^\[/, "");
    var value = parseFloat(plain);
    return isNaN(value) ? null : value;
  }

  function compare(a, b) {
    var x = number(a);
    var y = number(b);
    if (x !== null && y !== null) { return x - y; }
    if (x !== null || y !== null) { return x !== null ? -1 : 1; }
    return a.localeCompare(b, "zh-CN");
  }

  function visible(cell) {
    var own = cell.querySelector("[lang='" + (root.getAttribute("data-lang") === "zh" ? "zh-CN" : "en") + "']");
    return (own || cell).textContent.trim();
  }

  /* The rows of a table: those that stand in it, or all of its data where only the first do. */
  function sheet(table) {
    var body = table.tBodies[0];
    var source = document.getElementById(table.id + "-data");
    var data = source ? JSON.parse(source.textContent) : null;
    var numeric = [];
    each(table.tHead.rows[table.tHead.rows.length - 1].cells, function (cell) { numeric.push(cell.classList.contains("n")); });
    var items = data
      ? data.map(function (cells) { return { cells: cells }; })
      : Array.prototype.filter.call(body.rows, function (row) { return !row.classList.contains("panel"); })
          .map(function (row) { return { row: row, cells: null }; });
    var original = items.slice();
    var state = { wanted: "", column: -1, down: false, page: 0 };
    var count = make("span", "count");

    function text(item, column) { return item.cells ? String(item.cells[column]) : visible(item.row.cells[column]); }

    function row(item) {
      if (item.row) { return item.row; }
      var made = make("tr");
      item.cells.forEach(function (value, i) { made.appendChild(make("td", numeric[i] ? "n" : "", value)); });
      return made;
    }

    function matches(item) {
      if (!state.wanted) { return true; }
      var words = item.cells ? item.cells.join(" ") : item.row.textContent;
      return words.toLowerCase().indexOf(state.wanted) >= 0;
    }

    function show() {
      var shown = (state.column < 0 ? original : items).filter(matches);
      var from = data ? state.page * PAGE : 0;
      var part = data ? shown.slice(from, from + PAGE) : shown;
      body.textContent = "";
      part.forEach(function (item) { body.appendChild(row(item)); });
      var last = from + part.length;
      count.textContent = (part.length ? from + 1 : 0) + "\u2013" + last + " / " + shown.length;
      pager.forEach(function (button) {
        var to = state.page + Number(button.getAttribute("data-step"));
        button.disabled = to < 0 || to * PAGE >= shown.length;
      });
    }

    each(table.querySelectorAll("th button"), function (button) {
      var head = button.parentNode;
      button.addEventListener("click", function () {
        var column = Number(head.getAttribute("data-column"));
        state.down = state.column === column ? !state.down : false;
        state.column = column;
        state.page = 0;
        items.sort(function (a, b) {
          var order = compare(text(a, column), text(b, column));
          return state.down ? -order : order;
        });
        each(table.querySelectorAll("th[aria-sort]"), function (th) { th.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
        show();
      });
    });

    var pager = [];
    if (items.length > 10) {
      var tools = make("div", "tools");
      var label = both(make("label"), "\u67e5\u627e ", "Search ");
      var input = make("input");
      input.type = "search";
      input.addEventListener("input", function () {
        state.wanted = input.value.toLowerCase();
        state.page = 0;
        show();
      });
      label.appendChild(input);
      tools.appendChild(label);
      tools.appendChild(count);
      count.setAttribute("aria-live", "polite");
      if (data) {
        [[-1, "\u4e0a\u4e00\u9875", "Previous"], [1, "\u4e0b\u4e00\u9875", "Next"]].forEach(function (way) {
          var button = both(make("button"), way[1], way[2]);
          button.type = "button";
          button.setAttribute("data-step", way[0]);
          button.addEventListener("click", function () { state.page += way[0]; show(); });
          pager.push(button);
          tools.appendChild(button);
        });
        show();
      } else {
        count.textContent = String(items.length);
      }
      table.parentNode.parentNode.insertBefore(tools, table.parentNode);
    }
  }

  function picture(figure) {
    var tools = make("div", "tools");
    var label = both(make("label"), "\u7a81\u51fa\u663e\u793a ", "Highlight ");
    var input = make("input");
    input.type = "search";
    label.appendChild(input);
    tools.appendChild(label);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase();
      each(figure.querySelectorAll("svg"), function (svg) {
        svg.classList.toggle("hot", wanted !== "");
        each(svg.querySelectorAll("g[data-series]"), function (mark) {
          var words = (mark.getAttribute("data-title") || "") + " " + mark.textContent;
          mark.classList.toggle("on", wanted !== "" && words.toLowerCase().indexOf(wanted) >= 0);
        });
      });
    });
    figure.insertBefore(tools, figure.querySelector(".picture"));
    each(figure.querySelectorAll("svg g > title"), function (title) {
      title.parentNode.setAttribute("data-title", title.textContent);
      title.parentNode.removeChild(title);
    });
  }

  function tips() {
    var tip = make("div", "tip hidden");
    tip.setAttribute("aria-hidden", "true");
    document.body.appendChild(tip);
    document.addEventListener("pointermove", function (event) {
      var mark = event.target.closest ? event.target.closest("g[data-title]") : null;
      tip.classList.toggle("hidden", !mark);
      if (mark) {
        tip.textContent = mark.getAttribute("data-title");
        var left = Math.min(event.clientX + 12, window.innerWidth - tip.offsetWidth - 8);
        tip.style.left = Math.max(4, left) + "px";
        tip.style.top = event.clientY + 14 + "px";
      }
    });
  }

  function age() {
    var facts = document.getElementById("age");
    if (!facts) { return; }
    var days = Math.floor((Date.now() - Date.parse(facts.getAttribute("data-as-of"))) / 86400000);
    both(facts, days + " \u5929", days + " days");
    var limit = facts.getAttribute("data-limit");
    if (limit && days > Number(limit)) { document.getElementById("stale").classList.remove("hidden"); }
  }

  each(document.querySelectorAll("[data-to]"), function (button) {
    button.classList.remove("hidden");
    button.addEventListener("click", function () { language(root.getAttribute("data-lang") === "zh" ? "en" : "zh"); });
  });
  each(document.querySelectorAll("figure"), picture);
  each(document.querySelectorAll("table[id]"), sheet);
  tips();
  age();
  root.setAttribute("data-ready", "yes");
})();
