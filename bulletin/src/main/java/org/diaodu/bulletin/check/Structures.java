package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;

/** The numbers of 23.5:26.9:49.6 make 100. */
final class Structures implements Rule {

    @Override
    public void find(Passage passage, Findings findings) {
        List<Figure> run = new ArrayList<>();
        for (Figure figure : passage.figures()) {
            boolean goesOn = !run.isEmpty() && run.getLast().end() + 1 == figure.start();
            if (figure.role() != Role.STRUCTURE || !goesOn) {
                sum(findings, run);
                run.clear();
            }
            if (figure.role() == Role.STRUCTURE) {
                run.add(figure);
            }
        }
        sum(findings, run);
    }

    private static void sum(Findings findings, List<Figure> run) {
        Computed sum = Sum.of(run);
        if (run.size() >= 3 && (run.getFirst().other().contains("结构") || Math.abs(sum.value() - 100) < 2)) {
            findings.compare(
                    "结构合计",
                    Sum.expression(run),
                    sum,
                    new Printed("100", 100, 100, 100),
                    "%",
                    Verdict.CONTRADICTS,
                    "",
                    run.toArray(Figure[]::new));
        }
    }
}
