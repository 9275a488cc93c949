package org.diaodu.server.supply;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads reports and letters of the past by replaying what happened to them: what could not have happened is refused. */
@Component
@Transactional
public class SupplyLoading {

    private final ReportSteps steps;
    private final LetterSteps letters;
    private final ReportRows rows;
    private final LetterRows letterRows;

    SupplyLoading(ReportSteps steps, LetterSteps letters, ReportRows rows, LetterRows letterRows) {
        this.steps = steps;
        this.letters = letters;
        this.rows = rows;
        this.letterRows = letterRows;
    }

    public void load(List<PastReport> reports) {
        reports.forEach(this::load);
    }

    private void load(PastReport past) {
        LocalDate day = LocalDate.ofInstant(past.by().at(), ZoneOffset.UTC);
        Report.Subject subject = rows.subject(past.enterpriseId(), day)
                .orElseThrow(() -> new IllegalArgumentException(
                        "SP25 enterprise " + past.enterpriseId() + " is not in the register"));
        var faults = past.form().faults(day);
        if (!faults.isEmpty()) throw new IllegalArgumentException("SP26 a report has faults: " + faults);
        String number = steps.insert(subject, past.form().facts(), null, past.by())
                .orElseThrow()
                .number();
        for (PastReport.Step step : past.steps()) {
            Report report = rows.lock(number);
            switch (step) {
                case PastReport.Step.Plain plain ->
                    steps.replay(report, plain.verb(), plain.result(), plain.words(), plain.by());
                case PastReport.Step.Written(LetterForm form, LocalDate dated, var by) ->
                    letters.write(report, report.state().write(), form, dated, by);
                case PastReport.Step.Replied(LocalDate on, String words, var by) ->
                    letters.reply(
                            report,
                            report.state().reply(),
                            letterRows.of(report).getLast(),
                            on,
                            words,
                            by);
            }
        }
    }

    /** Loads letters from other provinces to the province of this code. */
    public void register(List<PastLetter> past, String province) {
        for (PastLetter one : past) {
            long id = letters.register(one.form(), province, one.by())
                    .orElseThrow()
                    .id();
            PastLetter.Given given = one.given();
            if (given != null) {
                Letter letter = letterRows.lock(id);
                letters.step(letter, letter.state().give(given.unit()), null, given.words(), given.by());
            }
            PastLetter.Answered answered = one.answered();
            if (answered != null) {
                Letter letter = letterRows.lock(id);
                letters.step(letter, letter.state().answer(), answered.on(), answered.words(), answered.by());
            }
        }
    }
}
