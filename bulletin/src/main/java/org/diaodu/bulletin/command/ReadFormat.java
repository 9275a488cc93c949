package org.diaodu.bulletin.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.reader.ReadDocument;
import org.jspecify.annotations.Nullable;

/** How statements are printed: as a table for people, or a line of json each as docs/formats/statements.md says. */
enum ReadFormat {
    TABLE {
        @Override
        void write(ReadDocument document, PrintWriter out) {
            out.println("== " + document.file() + (document.title().isEmpty() ? "" : "　" + document.title()));
            for (Statement s : document.statements()) {
                out.println("%s｜%s｜%s｜%s｜%s%s%s｜%s"
                        .formatted(
                                s.period() == null ? "—" : s.period(),
                                s.subject(),
                                s.indicator(),
                                s.kind().word(),
                                s.direction() == Statement.Direction.DOWN ? "−" : "",
                                s.range() ? plain(s.low()) + "–" + plain(s.high()) : plain(s.low()),
                                s.unit(),
                                s.quote()));
            }
        }
    },
    JSONL {
        @Override
        void write(ReadDocument document, PrintWriter out) {
            var place = new CodePoints(document.text());
            for (Statement s : document.statements()) {
                var json = new JsonLine();
                json.text("file", document.file());
                json.number("start", String.valueOf(place.of(s.start())));
                json.number("end", String.valueOf(place.of(s.end())));
                json.text("quote", s.quote());
                json.text("indicator", s.indicator());
                json.text("subject", s.subject());
                json.text("period", s.period());
                json.text("kind", s.kind().word());
                if (s.range()) {
                    json.number("value_low", plain(s.low()));
                    json.number("value_high", plain(s.high()));
                } else {
                    json.number("value", plain(s.low()));
                }
                json.text("unit", s.unit());
                json.text("direction", lower(s.direction()));
                if (s.bound() != null) {
                    json.text("bound", lower(s.bound()));
                }
                if (!s.comparator().isEmpty()) {
                    json.text("comparator", s.comparator());
                }
                if (s.targetYear() != null) {
                    json.number("target_year", s.targetYear().toString());
                }
                json.number("confidence", String.valueOf(s.confidence()));
                out.println(json);
            }
        }
    };

    abstract void write(ReadDocument document, PrintWriter out);

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String lower(@Nullable Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }
}
