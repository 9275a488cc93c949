package org.diaodu.policy.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.rules.files.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises with their projects and products, as tables of an engine.
 *
 * @param tables at most one of each kind; that of the enterprises has to be there
 */
public record Population(DuckDb engine, List<SubjectTable> tables) {

    /** The column of GB/T 2260 codes, whatever it is called in the table. */
    public static final String REGION = "地区";

    public Population {
        tables = List.copyOf(tables);
    }

    private SubjectTable enterprises() {
        return tables.stream()
                .filter(table -> table.kind() == SubjectKind.ENTERPRISE)
                .findFirst()
                .orElseThrow();
    }

    /** The enterprises' keys. */
    List<String> keys() {
        SubjectTable table = enterprises();
        return List.copyOf(texts(table.key()).keySet());
    }

    /** A column of the enterprises by key, as text; empty where there is none of this name. */
    Map<String, @Nullable String> by(String column) {
        SubjectTable table = enterprises();
        if (column.equals(REGION) && table.region() != null) {
            return texts(table.region());
        }
        return table.facts().containsKey(column) ? texts(column) : Map.of();
    }

    private Map<String, @Nullable String> texts(String column) {
        SubjectTable table = enterprises();
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        String sql = "SELECT CAST(" + CaseFile.DIALECT.quoted(table.key()) + " AS VARCHAR), CAST("
                + CaseFile.DIALECT.quoted(column) + " AS VARCHAR) FROM " + CaseFile.DIALECT.quoted(table.name());
        engine.query(sql, List.of(), row -> texts.put(String.valueOf(row.text(0)), row.text(1)));
        return texts;
    }
}
