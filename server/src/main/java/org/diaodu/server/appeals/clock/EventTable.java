package org.diaodu.server.appeals.clock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diaodu.server.access.Unit;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Faults;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.Place;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A table of events, {@code appeal,at,event[,level,kind,detail]} (docs/formats/appeals.md).
 *
 * @param rows by appeal, both in the order of the file; what could not be read is among the faults
 */
record EventTable(Map<String, List<Row>> rows, Faults faults) {
    private static final LocalTime NOON = LocalTime.NOON;
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("appeal", "诉求", "诉求编号").inEveryRow(),
            SheetColumn.text("at", "时间", "发生时间").inEveryRow(),
            SheetColumn.text("event", "事件", "步骤").inEveryRow(),
            SheetColumn.text("level", "层级"),
            SheetColumn.text("kind", "紧急程度", "类别"),
            SheetColumn.text("detail", "说明"));

    private static final Map<String, Word> WORDS = words();
    private static final Map<String, Unit.Level> LEVELS = Map.of(
            "county", Unit.Level.COUNTY,
            "县", Unit.Level.COUNTY,
            "prefecture", Unit.Level.PREFECTURE,
            "city", Unit.Level.PREFECTURE,
            "市", Unit.Level.PREFECTURE,
            "province", Unit.Level.PROVINCE,
            "省", Unit.Level.PROVINCE);
    private static final Map<String, Urgency> KINDS = Map.of(
            "ordinary", Urgency.ORDINARY,
            "一般", Urgency.ORDINARY,
            "urgent", Urgency.URGENT,
            "紧急", Urgency.URGENT);

    /** What a word of a file means: a step, or an extension asked for and approved at once. */
    private sealed interface Word {
        record Of(Step step) implements Word {}

        record Extended() implements Word {}
    }

    /** A row that could be read. */
    record Row(int line, String text, Word word, LocalDateTime at, Unit.Level level, Urgency urgency, String detail) {

        /** Puts what happened to the replay. Throws as {@link Replay#accept}. */
        void play(Replay replay) {
            switch (word) {
                case Word.Of(Step step) -> replay.accept(event(step));
                case Word.Extended e -> {
                    if (!replay.awaitsApproval()) replay.accept(event(Step.EXTENSION_ASKED));
                    replay.accept(event(Step.EXTENSION_APPROVED));
                }
            }
        }

        private AppealEvent event(Step step) {
            return switch (step) {
                case RAISED -> new AppealEvent.Raised(at, level, urgency);
                case TAKEN -> new AppealEvent.Taken(at);
                case DISPUTED -> new AppealEvent.Disputed(at, detail);
                case REROUTED -> new AppealEvent.Rerouted(at, detail);
                case REPLIED -> new AppealEvent.Replied(at, detail);
                case ASKED -> new AppealEvent.Asked(at, detail);
                case ANSWERED -> new AppealEvent.Answered(at, detail);
                case EXTENSION_ASKED -> new AppealEvent.ExtensionAsked(at, "", detail.isBlank() ? "未载明" : detail);
                case EXTENSION_APPROVED -> new AppealEvent.ExtensionApproved(at, "");
                case EXTENSION_REFUSED -> new AppealEvent.ExtensionRefused(at, "");
                case RESOLVED -> new AppealEvent.Resolved(at, detail);
                case CLOSED -> new AppealEvent.Closed(at);
                case REOPENED -> new AppealEvent.Reopened(at, detail);
                case WITHDRAWN -> new AppealEvent.Withdrawn(at);
            };
        }
    }

    static EventTable read(Path file) throws IOException {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        try (SheetReader reader = SheetReader.open(file, COLUMNS)) {
            for (SheetRow row : reader) {
                String appeal = row.text("appeal");
                Row read = row(row, file, reader);
                if (appeal != null && read != null) {
                    rows.computeIfAbsent(appeal, id -> new ArrayList<>()).add(read);
                }
            }
            return new EventTable(rows, reader.faults());
        }
    }

    private static @Nullable Row row(SheetRow row, Path file, SheetReader reader) {
        Cells cells = new Cells(row, String.valueOf(file.getFileName()), reader);
        LocalDateTime at = cells.at();
        Word word = cells.known("event", WORDS, null);
        Unit.Level level = cells.known("level", LEVELS, Unit.Level.COUNTY);
        Urgency urgency = cells.known("kind", KINDS, Urgency.ORDINARY);
        if (at == null || word == null || level == null || urgency == null) return null;
        String detail = Objects.requireNonNullElse(row.text("detail"), "");
        return new Row(row.number(), row.raw("event").strip(), word, at, level, urgency, detail);
    }

    /** The cells of one row, read or told as faults. */
    private record Cells(SheetRow row, String file, SheetReader reader) {

        @Nullable
        LocalDateTime at() {
            String text = row.text("at");
            if (text == null) return null;
            LocalDateTime at = Moments.parse(text, NOON);
            if (at == null) {
                fault(
                        "appeals.at",
                        "at",
                        text,
                        new Wording("不是时间", "this is no time"),
                        new Wording("写成 2022-04-25 10:00", "write it as 2022-04-25 10:00"));
            }
            return at;
        }

        /** What the cell's word stands for, {@code otherwise} for an empty cell, null for an unknown word. */
        <T> @Nullable T known(String column, Map<String, T> words, @Nullable T otherwise) {
            String text = row.text(column);
            if (text == null) return otherwise;
            T found = words.get(text.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
            if (found == null) {
                String nearest = Nearest.to(text, words.keySet());
                String all = String.join(", ", words.keySet().stream().sorted().toList());
                fault(
                        "appeals." + column,
                        column,
                        text,
                        new Wording("不认识这个词", "this word is not known"),
                        new Wording(
                                nearest == null ? "用这些词：" + all : "改为“" + nearest + "”",
                                nearest == null ? "one of " + all : "\"" + nearest + "\" is meant"));
            }
            return found;
        }

        private void fault(String code, String column, String value, Wording message, Wording advice) {
            int at = reader.headings().indexOf(column) + 1;
            reader.faults()
                    .add(new Fault(
                            code,
                            Severity.ERROR,
                            new Place(file, reader.sheetName(), row.number(), at, column),
                            value,
                            message,
                            advice));
        }
    }

    private static Map<String, Word> words() {
        Map<String, Word> words = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            words.put(step.code(), new Word.Of(step));
            words.put(step.zh(), new Word.Of(step));
        }
        words.put("verified", new Word.Of(Step.TAKEN));
        words.put("受理", new Word.Of(Step.TAKEN));
        words.put("re_routed", new Word.Of(Step.REROUTED));
        words.put("改派", new Word.Of(Step.REROUTED));
        words.put("extended", new Word.Extended());
        words.put("延期", new Word.Extended());
        words.put("called_back", new Word.Of(Step.CLOSED));
        words.put("归档", new Word.Of(Step.CLOSED));
        words.put("unsatisfied", new Word.Of(Step.REOPENED));
        words.put("不满意", new Word.Of(Step.REOPENED));
        return Map.copyOf(words);
    }
}
