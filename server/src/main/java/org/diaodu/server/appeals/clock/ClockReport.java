package org.diaodu.server.appeals.clock;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.ClockedAppeal.Refused;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the clock says of a table of events, as a table for people, as csv and as JSON (docs/formats/appeals.md). */
record ClockReport(LocalDateTime now, List<ClockedAppeal> appeals) {

    void table(PrintStream out, Language language) {
        for (ClockedAppeal appeal : appeals) {
            Reading reading = appeal.reading();
            if (reading == null) continue;
            for (Round round : reading.rounds()) round(out, language, appeal.appeal(), round, reading);
        }
    }

    private static void round(PrintStream out, Language language, String appeal, Round round, Reading reading) {
        String zh = "%s  第 %d 轮  %s级  %s  %s";
        String en = "%s  round %d  %s  %s  %s";
        out.println(language.say(
                zh.formatted(
                        appeal,
                        round.number(),
                        round.level().zh(),
                        round.urgency().zh(),
                        isOver(round, reading) ? "不满意，已提级重办" : round.state().zh()),
                en.formatted(
                        appeal,
                        round.number(),
                        english(round.level()),
                        round.urgency().en(),
                        state(round, reading))));
        for (Due due : round.dues()) {
            var outcome = due.outcome(reading.now());
            String ended = due.ended() == null ? "" : " " + OfficeDays.shown(due.ended());
            out.println(line(
                    language.say("期限", "due"),
                    OfficeDays.shown(due.by()),
                    language.say(due.term().zh(), due.term().code()),
                    language.say(outcome.zh(), outcome.code()) + ended));
        }
        for (Pause pause : round.pauses()) {
            String to = pause.to() == null ? language.say("仍停表", "still standing") : OfficeDays.shown(pause.to());
            out.println(line(
                    language.say("停表", "pause"),
                    OfficeDays.shown(pause.from()) + " — " + to,
                    language.say(pause.workingDays() + " 个工作日", pause.workingDays() + " working days")));
        }
        for (Escalation escalation : round.escalations()) {
            out.println(line(
                    language.say(escalation.measure().zh(), escalation.measure().code()),
                    OfficeDays.shown(escalation.at()),
                    language.say(escalation.term().zh(), escalation.term().code())));
        }
    }

    private static String line(String... cells) {
        return "  " + String.join("  ", cells);
    }

    void csv(PrintStream out) throws IOException {
        try (SheetWriter writer = SheetWriter.csv(out)) {
            writer.sheet(
                    "clock",
                    List.of(
                            OutColumn.text("appeal"),
                            OutColumn.number("round", "0"),
                            OutColumn.text("level"),
                            OutColumn.text("kind"),
                            OutColumn.text("record"),
                            OutColumn.text("name"),
                            OutColumn.text("from"),
                            OutColumn.text("at"),
                            OutColumn.text("ended"),
                            OutColumn.text("outcome"),
                            OutColumn.number("working_days", "0")));
            for (ClockedAppeal appeal : appeals) {
                Reading reading = appeal.reading();
                if (reading != null) {
                    for (Round round : reading.rounds()) new CsvRound(writer, appeal.appeal(), round).write(reading);
                }
                Refused refused = appeal.refused();
                if (refused != null) {
                    String code = refused.why().explanation().code();
                    writer.row(
                            appeal.appeal(),
                            null,
                            null,
                            null,
                            "refused",
                            refused.event(),
                            null,
                            null,
                            null,
                            code,
                            null);
                }
            }
        }
    }

    private record CsvRound(SheetWriter writer, String appeal, Round round) {

        void write(Reading reading) throws IOException {
            row("state", state(round, reading), round.began(), reading.now(), null, null, null);
            for (Due due : round.dues()) {
                String outcome = due.outcome(reading.now()).code();
                row("due", due.term().code(), due.from(), due.by(), due.ended(), outcome, null);
            }
            for (Pause pause : round.pauses()) {
                row("pause", "enterprise", pause.from(), null, pause.to(), null, pause.workingDays());
            }
            for (Escalation escalation : round.escalations()) {
                row(escalation.measure().code(), escalation.term().code(), null, escalation.at(), null, null, null);
            }
        }

        private void row(
                String kind,
                String name,
                @Nullable LocalDateTime from,
                @Nullable LocalDateTime at,
                @Nullable LocalDateTime ended,
                @Nullable String outcome,
                @Nullable Integer workingDays)
                throws IOException {
            writer.row(
                    appeal,
                    round.number(),
                    english(round.level()),
                    round.urgency().en(),
                    kind,
                    name,
                    text(from),
                    text(at),
                    text(ended),
                    outcome,
                    workingDays);
        }
    }

    void json(PrintStream out) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("now", text(now));
        whole.put("appeals", appeals.stream().map(ClockReport::json).toList());
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    }

    private static Map<String, @Nullable Object> json(ClockedAppeal appeal) {
        Reading reading = appeal.reading();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("appeal", appeal.appeal());
        object.put("state", reading == null ? null : reading.state().code());
        object.put("next", reading == null ? null : text(reading.next()));
        List<Object> rounds = new ArrayList<>();
        if (reading != null) reading.rounds().forEach(round -> rounds.add(json(round, reading)));
        object.put("rounds", rounds);
        object.put("refused", json(appeal.refused()));
        return object;
    }

    private static Map<String, @Nullable Object> json(Round round, Reading reading) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("round", round.number());
        object.put("level", english(round.level()));
        object.put("kind", round.urgency().en());
        object.put("began", text(round.began()));
        object.put("state", state(round, reading));
        object.put("dues", round.dues().stream().map(due -> json(due, reading)).toList());
        object.put("pauses", round.pauses().stream().map(ClockReport::json).toList());
        object.put("reminders", measures(round, true));
        object.put("escalations", measures(round, false));
        return object;
    }

    private static Map<String, @Nullable Object> json(Due due, Reading reading) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("due", due.term().code());
        object.put("from", text(due.from()));
        object.put("by", text(due.by()));
        object.put("ended", text(due.ended()));
        object.put("endedBy", due.endedBy() == null ? null : due.endedBy().code());
        object.put("outcome", due.outcome(reading.now()).code());
        return object;
    }

    private static Map<String, @Nullable Object> json(Pause pause) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("from", text(pause.from()));
        object.put("to", text(pause.to()));
        object.put("workingDays", pause.workingDays());
        return object;
    }

    private static List<Map<String, @Nullable Object>> measures(Round round, boolean reminders) {
        return round.escalations().stream()
                .filter(escalation -> reminders == (escalation.measure() == Measure.REMINDER))
                .map(escalation -> {
                    Map<String, @Nullable Object> object = new LinkedHashMap<>();
                    object.put("at", text(escalation.at()));
                    if (!reminders) object.put("measure", escalation.measure().code());
                    object.put("due", escalation.term().code());
                    return object;
                })
                .toList();
    }

    private static @Nullable Map<String, @Nullable Object> json(@Nullable Refused refused) {
        if (refused == null) return null;
        var said = refused.why().explanation();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("line", refused.line());
        object.put("event", refused.event());
        object.put("code", said.code());
        object.put("zh", said.zh());
        object.put("en", said.en());
        object.put("possible", refused.why().possible().stream().map(Step::code).toList());
        return object;
    }

    private static boolean isOver(Round round, Reading reading) {
        return round.number() < reading.rounds().size();
    }

    private static String state(Round round, Reading reading) {
        return isOver(round, reading) ? Step.REOPENED.code() : round.state().code();
    }

    private static String english(Unit.Level level) {
        return switch (level) {
            case COUNTY -> "county";
            case PREFECTURE -> "prefecture";
            case PROVINCE -> "province";
        };
    }

    /** ISO 8601 to the second, Beijing time. */
    private static @Nullable String text(@Nullable LocalDateTime at) {
        return at == null ? null : at.withNano(0).format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
