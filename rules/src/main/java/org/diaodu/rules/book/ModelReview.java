package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.rules.book.Finding.Weight;
import org.diaodu.rules.book.TableAnalysis.Cell;
import org.diaodu.rules.book.TableAnalysis.DeclaredTypes;
import org.diaodu.rules.book.TableAnalysis.Region;
import org.diaodu.rules.model.Remark;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.OutputClause;

/** What can be said of a model without its cases. */
final class ModelReview {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown variable(?: name)? '([^']*)'");

    private static final String UNKNOWN_NAME = "rules.unknown-name";
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d.,])");

    private final RuleModel model;
    private final Definitions definitions;
    private final List<RuleTable> tables;
    private final Map<String, DeclaredType> variables = new LinkedHashMap<>();
    private final Map<String, Type> feelTypes = new HashMap<>();
    private final DeclaredTypes types;
    private final List<Finding> findings = new ArrayList<>();

    private ModelReview(RuleModel model) {
        this.model = model;
        this.definitions = model.definitions();
        this.tables = RuleTable.all(definitions);
        this.variables.putAll(DeclaredType.inputs(definitions));
        this.variables.putAll(DeclaredType.decisions(definitions));
        this.types = name -> DeclaredType.named(definitions, name);
        definitions.getDrgElement().stream()
                .map(DRGElement::getName)
                .forEach(name -> feelTypes.put(name, BuiltInType.UNKNOWN));
        variables.forEach((name, type) -> feelTypes.put(name, feel(type)));
    }

    static List<Finding> of(RuleModel model) {
        ModelReview review = new ModelReview(model);
        review.engine();
        for (RuleTable table : review.tables) {
            if (review.wellFormed(table)) {
                review.cells(table);
                review.analysis(table);
            }
        }
        return review.findings;
    }

    private static Type feel(DeclaredType type) {
        if (type.list()) {
            return BuiltInType.LIST;
        }
        return switch (type.kind()) {
            case NUMBER -> BuiltInType.NUMBER;
            case STRING -> BuiltInType.STRING;
            case BOOLEAN -> BuiltInType.BOOLEAN;
            case DATE -> BuiltInType.DATE;
            case TIME -> BuiltInType.TIME;
            case DATE_TIME -> BuiltInType.DATE_TIME;
            case DAYS_TIME, YEARS_MONTHS -> BuiltInType.DURATION;
            case STRUCTURE, ANY -> BuiltInType.UNKNOWN;
        };
    }

    private void add(
            String code,
            Weight weight,
            String decision,
            int row,
            String column,
            String chinese,
            String english,
            Map<String, String> example) {
        findings.add(new Finding(code, weight, model.source(), decision, row, column, chinese, english, example));
    }

    private void add(
            String code, Weight weight, String decision, int row, String column, String chinese, String english) {
        add(code, weight, decision, row, column, chinese, english, Map.of());
    }

    // What the engine refuses

    private void engine() {
        Map<String, Boolean> slipsSaid = new HashMap<>();
        for (Remark remark : model.remarks()) {
            String decision = remark.place().element();
            boolean feel = remark.error() && remark.code().contains("FEEL");
            Matcher unknown = UNKNOWN.matcher(remark.text());
            if (unknown.find()) {
                unknown(decision, unknown.group(1));
            } else if (!feel || !slipsSaid.computeIfAbsent(decision, this::slips)) {
                add(
                        "rules.engine",
                        remark.error() ? Weight.ERROR : Weight.WARNING,
                        decision,
                        0,
                        "",
                        "决策引擎提示：" + remark.text(),
                        "the decision engine remarks: " + remark.text());
            }
        }
    }

    /** A name nobody knows; most often it is a text without quotes, so the cells are looked through for it. */
    private void unknown(String decision, String name) {
        String known = String.join("、", variables.keySet());
        String chinese = "不认识“" + name + "”。建议：如果是文字，写作 \"" + name + "\"；如果是名称，核对写法，或添加此输入并连到本决策；可用的有 " + known + "。";
        String english = "\"" + name + "\" is not known. Maybe it is a text and lacks its quotes, is misspelt, or is an"
                + " input to be added and connected; there are " + known.replace("、", ", ") + ".";
        int before = findings.size();
        for (RuleTable table : tables) {
            boolean other = !decision.isEmpty() && !table.decision().equals(decision);
            for (int row = 0; !other && wellFormed(table) && row < table.rows(); row++) {
                for (int c = 0; c < table.table().getInput().size(); c++) {
                    if (names(table.inputText(row, c), name)) {
                        add(
                                UNKNOWN_NAME,
                                Weight.ERROR,
                                table.decision(),
                                row + 1,
                                table.inputName(c),
                                chinese,
                                english);
                    }
                }
                for (int c = 0; c < table.table().getOutput().size(); c++) {
                    if (names(table.outputText(row, c), name)) {
                        add(
                                UNKNOWN_NAME,
                                Weight.ERROR,
                                table.decision(),
                                row + 1,
                                table.outputName(c),
                                chinese,
                                english);
                    }
                }
            }
        }
        if (findings.size() == before) {
            add(UNKNOWN_NAME, Weight.ERROR, decision, 0, "", chinese, english);
        }
    }

    private static boolean names(String cell, String name) {
        return QUOTED.matcher(cell).replaceAll("").contains(name);
    }

    /** Says every slip in the cells of this decision's tables; false where there is none to be found. */
    private boolean slips(String decision) {
        int before = findings.size();
        for (RuleTable table : tables) {
            boolean other = !decision.isEmpty() && !table.decision().equals(decision);
            if (other || !wellFormed(table)) {
                continue;
            }
            for (int row = 0; row < table.rows(); row++) {
                for (int c = 0; c < table.table().getInput().size(); c++) {
                    slip(table, row, table.inputName(c), table.inputText(row, c), true);
                }
                for (int c = 0; c < table.table().getOutput().size(); c++) {
                    slip(table, row, table.outputName(c), table.outputText(row, c), false);
                }
            }
        }
        return findings.size() > before;
    }

    private void slip(RuleTable table, int row, String column, String text, boolean tests) {
        FeelText.Parsed parsed = tests ? FeelText.tests(text, feelTypes) : FeelText.expression(text, feelTypes);
        if (!parsed.slips().isEmpty()) {
            FeelText.Slip slip = parsed.slips().getFirst();
            add(
                    "rules.feel",
                    Weight.ERROR,
                    table.decision(),
                    row + 1,
                    column,
                    slip.zh() + "。建议：" + SlipHint.zh(text) + "。",
                    slip.en() + ". Maybe " + SlipHint.en(text) + ".");
        }
    }

    private boolean wellFormed(RuleTable table) {
        return table.table().getRule().stream()
                .allMatch(rule ->
                        rule.getInputEntry().size() == table.table().getInput().size()
                                && rule.getOutputEntry().size()
                                        == table.table().getOutput().size());
    }

    // Cells of another type than their column

    private void cells(RuleTable table) {
        for (int c = 0; c < table.table().getInput().size(); c++) {
            DeclaredType type =
                    TableAnalysis.type(table, table.table().getInput().get(c), variables, types);
            if (!type.list() && type.kind() != DeclaredType.Kind.ANY && type.kind() != DeclaredType.Kind.STRUCTURE) {
                for (int row = 0; row < table.rows(); row++) {
                    inputCell(table, row, c, type);
                }
            }
        }
        for (int c = 0; c < table.table().getOutput().size(); c++) {
            OutputClause output = table.table().getOutput().get(c);
            DeclaredType type = types.named(output.getTypeRef());
            if (type.kind() == DeclaredType.Kind.ANY
                    && table.table().getOutput().size() == 1) {
                type = variables
                        .getOrDefault(table.decision(), DeclaredType.ANY)
                        .element();
            }
            if (!type.list() && type.kind() != DeclaredType.Kind.ANY && type.kind() != DeclaredType.Kind.STRUCTURE) {
                for (int row = 0; row < table.rows(); row++) {
                    outputCell(table, row, c, type);
                }
            }
        }
    }

    private void inputCell(RuleTable table, int row, int column, DeclaredType type) {
        Matcher thousands =
                THOUSANDS.matcher(QUOTED.matcher(table.inputText(row, column)).replaceAll(""));
        if (thousands.find()) {
            String meant = thousands.group().replace(",", "");
            String list = thousands.group().replace(",", ", ");
            add(
                    "rules.thousands",
                    Weight.ERROR,
                    table.decision(),
                    row + 1,
                    table.inputName(column),
                    "“" + thousands.group() + "”在规则里不是一个数，而是用逗号分开的几个值。建议：写作 " + meant + "；如果确实是几个值，在逗号后加空格：" + list
                            + "。",
                    "\"" + thousands.group() + "\" is not one number here but several values. Maybe write " + meant
                            + "; if several are meant, put a space after the comma: " + list + ".");
        }
        CellTest test = CellTest.of(table.inputText(row, column));
        if (test == null) {
            return;
        }
        for (Object literal : test.literals()) {
            DeclaredType.Kind kind = CellTest.kind(literal);
            if (kind != type.kind() && kind != DeclaredType.Kind.ANY) {
                wrongType(table, row, table.inputName(column), table.inputText(row, column), type, kind);
                return;
            }
        }
    }

    private void outputCell(RuleTable table, int row, int column, DeclaredType type) {
        String text = table.outputText(row, column);
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        BaseNode node = FeelText.expression(text, feelTypes).node();
        if (node == null) {
            return;
        }
        Object literal = CellTest.constant(node);
        DeclaredType.Kind kind = literal == null ? inferred(node) : CellTest.kind(literal);
        if (kind != DeclaredType.Kind.ANY && kind != type.kind()) {
            wrongType(table, row, table.outputName(column), text, type, kind);
        } else if (literal != null && !allowed(table, column, type, literal)) {
            add(
                    "rules.value",
                    Weight.ERROR,
                    table.decision(),
                    row + 1,
                    table.outputName(column),
                    text + " 不在此列允许的值之内。建议：改为 " + values(table, column, type) + " 之一，或把它加入允许的值。",
                    text + " is not among the values this column allows. Maybe one of " + values(table, column, type)
                            + ", or add it to them.");
        }
    }

    private static DeclaredType.Kind inferred(BaseNode node) {
        return switch (node.getResultType()) {
            case BuiltInType.NUMBER -> DeclaredType.Kind.NUMBER;
            case BuiltInType.STRING -> DeclaredType.Kind.STRING;
            case BuiltInType.BOOLEAN -> DeclaredType.Kind.BOOLEAN;
            case BuiltInType.DATE -> DeclaredType.Kind.DATE;
            case BuiltInType.TIME -> DeclaredType.Kind.TIME;
            case BuiltInType.DATE_TIME -> DeclaredType.Kind.DATE_TIME;
            case null, default -> DeclaredType.Kind.ANY;
        };
    }

    private @Nullable String values(RuleTable table, int column, DeclaredType type) {
        OutputClause output = table.table().getOutput().get(column);
        return output.getOutputValues() == null
                ? type.allowed()
                : output.getOutputValues().getText();
    }

    private boolean allowed(RuleTable table, int column, DeclaredType type, Object literal) {
        String values = values(table, column, type);
        if (values == null || values.isBlank()) {
            return true;
        }
        CellTest test = CellTest.of(values);
        if (test == null) {
            return true;
        }
        CellTest just = new CellTest(List.of(new CellTest.Just(literal)), false);
        return !Dimension.of("", type, test, List.of(just)).of(just).isEmpty();
    }

    private void wrongType(
            RuleTable table, int row, String column, String text, DeclaredType type, DeclaredType.Kind kind) {
        add(
                "rules.type",
                Weight.ERROR,
                table.decision(),
                row + 1,
                column,
                text + " 是" + kind.chinese() + "，此列应为" + type.kind().chinese() + "。建议：" + adviceZh(kind, type.kind()),
                text + " is " + kind.english() + ", the column holds "
                        + type.kind().english() + ". Maybe " + adviceEn(kind, type.kind()));
    }

    private static String adviceZh(DeclaredType.Kind is, DeclaredType.Kind should) {
        if (is == DeclaredType.Kind.STRING && should == DeclaredType.Kind.DATE) {
            return "写作 date(\"2022-03-31\")。";
        }
        return is == DeclaredType.Kind.STRING ? "去掉引号。" : should == DeclaredType.Kind.STRING ? "加上双引号。" : "核对是否填错了列。";
    }

    private static String adviceEn(DeclaredType.Kind is, DeclaredType.Kind should) {
        if (is == DeclaredType.Kind.STRING && should == DeclaredType.Kind.DATE) {
            return "write it as date(\"2022-03-31\").";
        }
        return is == DeclaredType.Kind.STRING
                ? "leave the quotes away."
                : should == DeclaredType.Kind.STRING ? "put it in quotes." : "it belongs in another column.";
    }

    // Gaps, overlaps, rows that never answer

    private void analysis(RuleTable table) {
        TableAnalysis analysis = TableAnalysis.of(table, variables, types);
        for (Cell cell : analysis.impossible()) {
            add(
                    "rules.never",
                    Weight.WARNING,
                    table.decision(),
                    cell.row(),
                    cell.name(),
                    cell.text() + " 永远不会成立：它不在此列允许的值之内。建议：核对写法。",
                    cell.text() + " never holds: it takes none of the values the column allows. Maybe it is misspelt.");
        }
        for (Region gap : analysis.gaps()) {
            add(
                    "rules.gap",
                    Weight.WARNING,
                    table.decision(),
                    0,
                    "",
                    "没有一行覆盖 " + tests(gap, "且", "任何情形") + "，例如 " + shown(gap.example()) + "。建议：加一行，或扩大相邻行的范围。",
                    "no row takes " + tests(gap, "and", "any case") + ", for example " + shown(gap.example())
                            + ". Maybe add a row, or widen the ones beside it.",
                    gap.example());
        }
        for (TableAnalysis.Overlap overlap : analysis.overlaps()) {
            boolean any = table.hitPolicy() == HitPolicy.ANY;
            Region where = overlap.region();
            add(
                    "rules.overlap",
                    Weight.ERROR,
                    table.decision(),
                    overlap.second(),
                    "",
                    "与第 " + overlap.first() + " 行同时命中 " + tests(where, "且", "任何情形")
                            + (any ? " 而结果不同" : "") + "，例如 " + shown(where.example()) + "；命中策略是 "
                            + table.hitPolicy().value() + "。建议：缩小其中一行，或改用 FIRST、PRIORITY。",
                    "it matches together with row " + overlap.first() + " for " + tests(where, "and", "any case")
                            + (any ? ", with another answer" : "") + ", for example " + shown(where.example())
                            + "; the hit policy is " + table.hitPolicy().value()
                            + ". Maybe narrow one of them, or use FIRST or PRIORITY.",
                    where.example());
        }
        for (TableAnalysis.Masked masked : analysis.masked()) {
            add(
                    "rules.masked",
                    Weight.WARNING,
                    table.decision(),
                    masked.row(),
                    "",
                    "永远轮不到这一行：它的情形都已由第 " + numbers(masked.by()) + " 行回答。建议：删去，或调整顺序。",
                    "this row never answers: row " + numbers(masked.by())
                            + " answers all its cases before it. Maybe remove it, or move it up.");
        }
        opaque(table, analysis);
        if (!analysis.decided()) {
            add(
                    "rules.not-finished",
                    Weight.NOTE,
                    table.decision(),
                    0,
                    "",
                    "表太大或问题太多，缺口和重叠没有全部查完，已列出查到的。建议：先处理列出的，或把表拆开。",
                    "the table is too large or has too many gaps and overlaps to list them all; those found are given."
                            + " Maybe deal with them first, or split the table.");
        }
    }

    private void opaque(RuleTable table, TableAnalysis analysis) {
        if (!analysis.opaque().isEmpty()) {
            Cell first = analysis.opaque().getFirst();
            int more = analysis.opaque().size() - 1;
            add(
                    "rules.not-analysed",
                    Weight.NOTE,
                    table.decision(),
                    first.row(),
                    first.name(),
                    "“" + first.text() + "”不是与固定值的比较" + (more > 0 ? "（另有 " + more + " 格）" : "")
                            + "，因此未查此表的缺口。建议：把算式放进列头，格内只写与固定值的比较。",
                    "\"" + first.text() + "\" is no comparison with fixed values"
                            + (more > 0 ? " (and " + more + " more cells)" : "")
                            + ", so gaps of this table were not looked for. Maybe put the formula in the column's head"
                            + " and only compare with fixed values in its cells.");
        }
    }

    private static String tests(Region region, String and, String all) {
        if (region.tests().isEmpty()) {
            return all;
        }
        List<String> tests = new ArrayList<>();
        region.tests().forEach((input, test) -> tests.add(input + " " + test));
        return String.join(" " + and + " ", tests);
    }

    private static String shown(Map<String, String> example) {
        List<String> values = new ArrayList<>();
        example.forEach((input, value) -> values.add(input + " = " + value));
        return String.join(", ", values);
    }

    private static String numbers(List<Integer> rows) {
        String all =
                String.join(", ", rows.stream().limit(5).map(String::valueOf).toList());
        return rows.size() > 5 ? all + " …" : all;
    }
}
