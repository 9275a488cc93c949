package org.diaodu.server.cockpit.web;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.Comparison;
import org.diaodu.server.cockpit.Waterfall;
import org.diaodu.server.pages.Numbers;
import org.diaodu.server.pages.PageContext;

/** The two sentences a leader reads first: how much, against what, who made it, who pulls down. */
final class CockpitLead {
    private final PageContext page;
    private final Numbers numbers;
    private final Cockpit figures;

    CockpitLead(PageContext page, Cockpit figures) {
        this.page = page;
        this.numbers = page.numbers();
        this.figures = figures;
    }

    String text() {
        Double growth = figures.main().growthPct();
        if (growth == null) return "";
        String when = page.period(figures.period());
        List<String> clauses = new ArrayList<>();
        clauses.add(page.text(growth < 0 ? "lead.fell" : "lead.grew", when, numbers.decimal(Math.abs(growth), 1)));
        figures.comparisons().stream()
                .filter(comparison -> List.of("nation", "target").contains(comparison.key()))
                .forEach(comparison -> clauses.add(against(comparison)));
        String first = String.join(page.text("lead.comma"), clauses) + page.text("lead.stop");
        return first + second();
    }

    private String against(Comparison comparison) {
        return page.text(
                "lead." + comparison.key() + (comparison.differencePp() < 0 ? ".lower" : ".higher"),
                numbers.decimal(Math.abs(comparison.differencePp()), 1));
    }

    private String second() {
        List<String> clauses = new ArrayList<>();
        clauses.add(page.text(
                "lead.industries",
                figures.diffusion().all(),
                figures.diffusion().some()));
        Waterfall waterfall = Waterfall.of(figures.industries(), figures.main().growthPct(), CockpitCharts.STEPS);
        Waterfall.Step leading = waterfall == null ? null : waterfall.leading();
        if (leading != null) {
            clauses.add(page.text(
                    leading.contributionPp() < 0 ? "lead.industry.down" : "lead.industry.up",
                    leading.name(),
                    numbers.decimal(Math.abs(leading.contributionPp()), 2)));
        }
        clauses.add(page.text("lead.key", numbers.count(figures.key().some())));
        if (!figures.pullingDown().isEmpty()) {
            EnterpriseContribution most = figures.pullingDown().getFirst();
            if (most.contributionPp() instanceof Double points && points < 0) {
                clauses.add(page.text("lead.enterprise", most.name(), numbers.decimal(-points, 2)));
            }
        }
        return String.join(page.text("lead.comma"), clauses) + page.text("lead.stop");
    }
}
