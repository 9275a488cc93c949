package org.diaodu.rules.book;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/**
 * The text a rule comes from, and when it holds: {@code clause.md} with its front matter.
 *
 * @param reference the source with its number, as 国统字〔2017〕213号
 * @param validFrom the first day it holds
 * @param validTo the first day it no longer holds, or null while open
 * @param recordedAt when this version came into the book
 * @param endKnownAt when {@code validTo} came into the book; before, the version was taken to be open
 * @param withdrawnAt when the version was found to be wrong and taken out, or null
 * @param decision the decision that is the rule's answer
 * @param chinese the clause in own words
 * @param english the same in English; may be empty
 */
public record Clause(
        String title,
        String titleEn,
        String reference,
        @Nullable String url,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        Instant endKnownAt,
        @Nullable Instant withdrawnAt,
        String decision,
        String chinese,
        String english) {

    private static final Set<String> KEYS = Set.of(
            "title",
            "title-en",
            "reference",
            "url",
            "valid-from",
            "valid-to",
            "recorded-at",
            "valid-to-recorded-at",
            "withdrawn-at",
            "decision");

    /**
     * Reads the text of a {@code clause.md}.
     *
     * @throws RuleFault {@code rules.clause} with the line
     */
    public static Clause parse(String source, String text) {
        return new Reading(source, text).clause();
    }

    /** The title in Chinese with its English. */
    public String bothTitles() {
        return titleEn.isEmpty() ? title : title + " (" + titleEn + ")";
    }

    private static final class Reading {
        private final Place place;
        private final List<String> lines;
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, Integer> at = new HashMap<>();

        Reading(String source, String text) {
            this.place = Place.of(source);
            this.lines = text.replace("\uFEFF", "").lines().toList();
        }

        Clause clause() {
            int body = frontMatter();
            StringBuilder chinese = new StringBuilder();
            StringBuilder english = new StringBuilder();
            StringBuilder into = chinese;
            for (String line : lines.subList(body, lines.size())) {
                if (line.strip().equalsIgnoreCase("## English")) {
                    into = english;
                } else {
                    into.append(line).append('\n');
                }
            }
            LocalDate from = date("valid-from");
            LocalDate to = values.containsKey("valid-to") ? date("valid-to") : null;
            if (to != null && !to.isAfter(from)) {
                throw fault(
                        "valid-to",
                        "失效日期 " + to + " 不晚于生效日期 " + from + "。建议：valid-to 写不再有效的第一天。",
                        "it ends on " + to + ", not after it begins on " + from
                                + ". Maybe valid-to should be the first day it no longer holds.");
            }
            Instant recorded = instant("recorded-at");
            Instant withdrawn = values.containsKey("withdrawn-at") ? instant("withdrawn-at") : null;
            Instant endKnown = values.containsKey("valid-to-recorded-at") ? instant("valid-to-recorded-at") : recorded;
            return new Clause(
                    needed("title"),
                    values.getOrDefault("title-en", ""),
                    needed("reference"),
                    values.get("url"),
                    from,
                    to,
                    recorded,
                    endKnown,
                    withdrawn,
                    needed("decision"),
                    chinese.toString().strip(),
                    english.toString().strip());
        }

        /** Reads the keys; the index of the first line after them. */
        private int frontMatter() {
            if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
                throw new RuleFault(
                        "rules.clause",
                        place.at(1, 0),
                        "第一行应为 ---，其后是 title、reference、valid-from 等。建议：照其他规则的 clause.md 补上开头。",
                        "the first line should be ---, followed by title, reference, valid-from and so on."
                                + " Maybe copy the head of another rule's clause.md.");
            }
            for (int i = 1; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.equals("---")) {
                    return i + 1;
                }
                int colon = line.indexOf(':');
                String key = colon < 0 ? line : line.substring(0, colon).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    if (colon < 0 || !KEYS.contains(key)) {
                        throw new RuleFault(
                                "rules.clause",
                                place.at(i + 1, 0),
                                "不认识“" + key + "”。建议：可用的有 "
                                        + String.join(
                                                "、", KEYS.stream().sorted().toList()) + "，写作 名称: 值。",
                                "\"" + key + "\" is not known. Maybe one of "
                                        + String.join(
                                                ", ", KEYS.stream().sorted().toList())
                                        + ", written as key: value.");
                    }
                    String value = line.substring(colon + 1).strip();
                    at.put(key, i + 1);
                    if (!value.isEmpty()) {
                        values.put(key, value);
                    }
                }
            }
            throw new RuleFault(
                    "rules.clause",
                    place.at(lines.size(), 0),
                    "开头部分没有结束。建议：在正文之前另起一行写 ---。",
                    "the head is not closed. Maybe put a line --- before the text.");
        }

        private String needed(String key) {
            String value = values.get(key);
            if (value == null) {
                throw fault(
                        key,
                        "缺少 " + key + "。建议：在开头部分写一行 " + key + ": …",
                        key + " is missing. Maybe add a line " + key + ": … to the head.");
            }
            return value;
        }

        private LocalDate date(String key) {
            String value = needed(key);
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw fault(
                        key,
                        key + " 的“" + value + "”不是日期。建议：写作 2022-03-31。",
                        key + " \"" + value + "\" is not a date. Maybe write it as 2022-03-31.");
            }
        }

        private Instant instant(String key) {
            String value = needed(key);
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw fault(
                        key,
                        key + " 的“" + value + "”不是带时区的时刻。建议：写作 2022-03-31T08:00:00+08:00。",
                        key + " \"" + value
                                + "\" is not an instant with its zone. Maybe write it as 2022-03-31T08:00:00+08:00.");
            }
        }

        private RuleFault fault(String key, String chinese, String english) {
            return new RuleFault("rules.clause", place.at(at.getOrDefault(key, 1), 0), chinese, english);
        }
    }
}
