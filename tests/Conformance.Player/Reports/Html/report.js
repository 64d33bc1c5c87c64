(function () {
  var tools = document.getElementById("tools");
  var box = document.getElementById("filter");
  var items = Array.from(document.querySelectorAll("[data-verdict]"));
  var buttons = Array.from(tools.querySelectorAll("button"));
  var wanted = "";
  tools.hidden = false;

  function apply() {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    items.forEach(function (item) {
      var text = item.getAttribute("data-text");
      var isMeant = (wanted === "" ? true : item.getAttribute("data-verdict") === wanted) ? words.every(function (word) { return text.includes(word); }) : false;
      item.hidden = !isMeant;
    });
    document.querySelectorAll("[data-group]").forEach(function (group) {
      var left = group.querySelectorAll("[data-verdict]:not([hidden])").length;
      group.hidden = left === 0;
      if (group.tagName === "DETAILS") {
        group.open = words.length + wanted.length !== 0 ? left !== 0 : false;
      }
    });
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      wanted = button.getAttribute("data-show");
      buttons.forEach(function (other) { other.setAttribute("aria-pressed", String(other === button)); });
      apply();
    });
  });
  box.addEventListener("input", apply);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { part.open = true; });
  });
})();
