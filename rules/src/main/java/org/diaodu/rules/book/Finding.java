package org.diaodu.rules.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something the review of a rule found.
 *
 * @param code stable, such as {@code rules.gap}
 * @param source the file
 * @param decision the decision or table; empty for the whole
 * @param row of the table, or of {@code cases.csv}, from 1; 0 where it is about no row
 * @param column the column's name; empty where it is about no column
 * @param chinese what, and what to try, without the place
 * @param english the same
 * @param example the case that shows it: inputs (and for failing cases expected and actual answers) as FEEL writes them
 */
public record Finding(
        String code,
        Weight weight,
        String source,
        String decision,
        int row,
        String column,
        String chinese,
        String english,
        Map<String, String> example) {

    /** How much it weighs: an error keeps the rule from being published, a warning wants a look, a note is only said. */
    public enum Weight {
        ERROR("错误", "error"),
        WARNING("警告", "warning"),
        NOTE("提示", "note");

        private final String chinese;
        private final String english;

        Weight(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    public Finding {
        example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    }

    /** Weight, place and message in Chinese. */
    public String zh() {
        return weight.chinese() + " " + code + "：" + source
                + (decision.isEmpty() ? "" : "，“" + decision + "”")
                + (row > 0 ? "，第 " + row + " 行" : "")
                + (column.isEmpty() ? "" : "，列“" + column + "”")
                + "：" + chinese;
    }

    /** Weight, place and message in English. */
    public String en() {
        return weight.english() + " " + code + ": " + source
                + (decision.isEmpty() ? "" : ", \"" + decision + "\"")
                + (row > 0 ? ", row " + row : "")
                + (column.isEmpty() ? "" : ", column \"" + column + "\"")
                + ": " + english;
    }
}
