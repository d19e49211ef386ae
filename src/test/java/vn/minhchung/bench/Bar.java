package vn.minhchung.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One bar of the design and what was found.
 *
 * @param here the figure, or why there is none
 * @param limits what keeps it from being better
 */
record Bar(String work, String bar, String here, boolean reached, String limits) {

    static List<String> lines(List<Bar> bars) {
        if (bars.isEmpty()) return List.of();
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### Beside the bars of the design",
                "",
                "| work | bar | here | | what limits it |",
                "|:--|:--|:--|:--|:--|"));
        for (Bar bar : bars)
            lines.add("| %s | %s | %s | %s | %s |"
                    .formatted(bar.work, bar.bar, bar.here, bar.reached ? "reached" : "**not reached**", bar.limits));
        return lines;
    }
}
