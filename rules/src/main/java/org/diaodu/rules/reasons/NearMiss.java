package org.diaodu.rules.reasons;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row that did not match, and what it would take.
 *
 * @param table the table's name
 * @param row the row's number, from 1
 * @param outputs what the row would give, as written
 * @param shortfalls the conditions that do not hold
 * @param missing the inputs for want of which other conditions of the row cannot be told
 */
public record NearMiss(String table, int row, List<String> outputs, List<Shortfall> shortfalls, List<String> missing) {

    public String zh() {
        String all = shortfalls.stream().map(Shortfall::zh).collect(Collectors.joining("；"));
        return "“" + table + "”第 " + row + " 行（" + String.join("，", outputs) + "）：" + all
                + (missing.isEmpty()
                        ? ""
                        : (all.isEmpty() ? "" : "；") + "缺少数据：" + String.join("、", missing) + "，尚不能判断");
    }

    public String en() {
        String all = shortfalls.stream().map(Shortfall::en).collect(Collectors.joining("; "));
        return "\"" + table + "\" row " + row + " (" + String.join(", ", outputs) + "): " + all
                + (missing.isEmpty()
                        ? ""
                        : (all.isEmpty() ? "" : "; ") + "cannot be told, data missing: " + String.join(", ", missing));
    }
}
