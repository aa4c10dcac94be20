package milepost.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Asks axe what is wrong with a page. Of texts whose colours and sizes are the same all the way up to the page, the contrast of the
 * first, the middle and the last one is measured: it is the same for the others, and measuring all of them took most of the time.
 */
final class Axe {
    private static final Map<String, ?> STANDARDS = Map.of(
            "runOnly",
            Map.of(
                    "type",
                    "tag",
                    "values",
                    List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    private static final Map<String, ?> EVERYTHING = Map.of("rules", Map.of("target-size", Map.of("enabled", true)));
    private static final Map<String, ?> CONTRAST =
            Map.of("runOnly", Map.of("type", "rule", "values", List.of("color-contrast")));

    private static final String RUN = """
            async chosen => {
              const kinds = new Map(), chains = new WeakMap(), alike = new Map();
              const kind = text => kinds.get(text) ?? (kinds.set(text, kinds.size), kinds.size - 1);
              const chain = element => {
                if (!element) return 0;
                let known = chains.get(element);
                if (known === undefined) {
                  const s = getComputedStyle(element);
                  known = kind([chain(element.parentElement), s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.fontSize,
                    s.fontWeight, s.fill, s.display === 'none', s.visibility, s.position, s.textShadow].join('|'));
                  chains.set(element, known);
                }
                return known;
              };
              for (const element of document.body.querySelectorAll('*')) {
                if ([...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || element.matches('input, select, textarea')) {
                  const key = chain(element);
                  alike.set(key, [...alike.get(key) ?? [], element]);
                }
              }
              const same = [...alike.values()].flatMap(all =>
                all.filter((_, i) => i !== 0 && i !== all.length - 1 && i !== all.length >> 1));
              same.forEach(element => element.setAttribute('data-same-colours', ''));
              axe.configure({rules: [{id: 'color-contrast', selector: '*:not([data-same-colours])'}]});
              try {
                const found = await axe.run(document, {...chosen, resultTypes: ['violations'], iframes: false, preload: false});
                return found.violations.flatMap(rule => rule.nodes.map(node => 'axe ' + rule.id + ': ' + node.html));
              } finally {
                same.forEach(element => element.removeAttribute('data-same-colours'));
              }
            }
            """;

    private Axe() {}

    /** A line for each element that breaks a rule of the standards. */
    static List<String> complaints(Page page) {
        return run(page, STANDARDS);
    }

    /** The same for every rule there is. */
    static List<String> everything(Page page) {
        return run(page, EVERYTHING);
    }

    /** The same for contrast alone. */
    static List<String> contrast(Page page) {
        return run(page, CONTRAST);
    }

    private static List<String> run(Page page, Map<String, ?> chosen) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return ((List<?>) page.evaluate(RUN, chosen))
                .stream().map(String::valueOf).toList();
    }
}
