package org.diaodu.rules.book;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.rules.book.Finding.Weight;
import org.diaodu.rules.book.TableAnalysis.DeclaredTypes;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.OutputClause;

/** The cells of a table one by one: what cannot be read, and what is of another type or value than the column holds. */
final class CellReview {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d.,])");

    private final Findings findings;
    private final Map<String, DeclaredType> variables;
    private final Map<String, Type> feelTypes;
    private final DeclaredTypes types;

    CellReview(
            Findings findings, Map<String, DeclaredType> variables, Map<String, Type> feelTypes, DeclaredTypes types) {
        this.findings = findings;
        this.variables = variables;
        this.feelTypes = feelTypes;
        this.types = types;
    }

    /** Says every cell that is no FEEL. */
    void slips(RuleTable table) {
        table.eachCell((row, column, text, test) -> slip(table, row, column, text, test));
    }

    /** What stands in the cell outside its texts. */
    static String bare(String cell) {
        return QUOTED.matcher(cell).replaceAll("");
    }

    private void slip(RuleTable table, int row, String column, String text, boolean test) {
        FeelText.Parsed parsed = test ? FeelText.tests(text, feelTypes) : FeelText.expression(text, feelTypes);
        if (!parsed.slips().isEmpty()) {
            FeelText.Slip slip = parsed.slips().getFirst();
            findings.add(
                    "rules.feel",
                    Weight.ERROR,
                    table.decision(),
                    row,
                    column,
                    slip.zh() + "。建议：" + SlipHint.zh(text) + "。",
                    slip.en() + ". Maybe " + SlipHint.en(text) + ".");
        }
    }

    /** Says every cell of another type than its column, or of a value the column does not allow. */
    void types(RuleTable table) {
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
        Matcher thousands = THOUSANDS.matcher(bare(table.inputText(row, column)));
        if (thousands.find()) {
            String meant = thousands.group().replace(",", "");
            String list = thousands.group().replace(",", ", ");
            findings.add(
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
            findings.add(
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
        findings.add(
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
        if (should == DeclaredType.Kind.BOOLEAN) return "写作 true 或 false。";
        return is == DeclaredType.Kind.STRING ? "去掉引号。" : should == DeclaredType.Kind.STRING ? "加上双引号。" : "核对是否填错了列。";
    }

    private static String adviceEn(DeclaredType.Kind is, DeclaredType.Kind should) {
        if (is == DeclaredType.Kind.STRING && should == DeclaredType.Kind.DATE) {
            return "write it as date(\"2022-03-31\").";
        }
        if (should == DeclaredType.Kind.BOOLEAN) return "write true or false.";
        return is == DeclaredType.Kind.STRING
                ? "leave the quotes away."
                : should == DeclaredType.Kind.STRING ? "put it in quotes." : "it belongs in another column.";
    }
}
