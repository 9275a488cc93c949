package org.diaodu.growth.files;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.diaodu.standards.SizeClass;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;

/** What the texts of code columns mean by the bundled standards, each text looked up once. Not thread-safe. */
final class CodeTables {
    /** The meaning of a text, or what is wrong with it. */
    private record Read<T>(@Nullable T value, @Nullable StandardsException refusal) {}

    private static final int MOST_CREDIT_WARNINGS = 1000;

    private int creditWarnings;
    private final Map<String, Read<Region>> regions = new HashMap<>();
    private final Map<String, Read<Industry>> industries = new HashMap<>();
    private final Map<String, Read<Period>> periods = new HashMap<>();
    private final Map<String, Read<SizeClass>> sizes = new HashMap<>();
    private final Map<String, Read<Ownership>> ownerships = new HashMap<>();

    @Nullable
    Region region(ReturnRow row, String text) {
        return read(row, ReturnColumn.REGION, Severity.ERROR, regions, text, Regions.bundled()::parse);
    }

    @Nullable
    Industry industry(ReturnRow row, String text) {
        Industry industry =
                read(row, ReturnColumn.INDUSTRY, Severity.ERROR, industries, text, Industries.bundled()::parse);
        if (industry == null || Industries.bundled().isIndustry(industry.code())) return industry;
        row.error(
                "growth.not-industry",
                ReturnColumn.INDUSTRY,
                "行业“" + industry.code() + " " + industry.name() + "”不属于工业（B、C、D 门类）",
                industry.code() + " " + industry.name() + " is not industry (sections B, C, D)",
                "核对行业代码；工业大类为 06—46",
                "the code is mistyped: industry is divisions 06 to 46");
        return null;
    }

    @Nullable
    Period period(ReturnRow row, String text) {
        return read(row, ReturnColumn.PERIOD, Severity.ERROR, periods, text, Period::parse);
    }

    /** The class's name, or the text itself, with a warning, where it is none. */
    String size(ReturnRow row, String text) {
        SizeClass size = read(row, ReturnColumn.SIZE, Severity.WARNING, sizes, text, SizeClass::parse);
        return size == null ? text : size.name();
    }

    String ownership(ReturnRow row, String text) {
        Ownership ownership = read(row, ReturnColumn.OWNERSHIP, Severity.WARNING, ownerships, text, Ownership::parse);
        return ownership == null ? text : ownership.name();
    }

    /**
     * The code as it counts; a failing check is a warning, as lawful codes with one exist. After a thousand warnings no
     * more codes are checked: working out what may be meant takes its time.
     */
    String creditCode(ReturnRow row, String text) {
        if (creditWarnings > MOST_CREDIT_WARNINGS) return text;
        return switch (CreditCode.parse(text)) {
            case CreditCode.Valid(CreditCode code) -> code.value();
            case CreditCode.OuterCheckFails fails -> {
                warnOfCode(row, fails.zh(), fails.en());
                yield fails.code().value();
            }
            case CreditCode.Invalid invalid -> {
                warnOfCode(row, invalid.zh(), invalid.en());
                yield text;
            }
        };
    }

    private void warnOfCode(ReturnRow row, String zh, String en) {
        if (++creditWarnings > MOST_CREDIT_WARNINGS) {
            row.warn(
                    "growth.credit-codes-unchecked",
                    ReturnColumn.CREDIT_CODE,
                    "校验不符的信用代码已超过 " + MOST_CREDIT_WARNINGS + " 个，其后不再校验",
                    "more than " + MOST_CREDIT_WARNINGS + " credit codes fail their check; the rest is not checked",
                    "检查该列是否填的是信用代码",
                    "the column holds something else");
            return;
        }
        row.fault(
                "growth.credit-code",
                Severity.WARNING,
                ReturnColumn.CREDIT_CODE,
                new Wording(sentence(zh), sentence(en)),
                new Wording("", ""));
    }

    private static <T> @Nullable T read(
            ReturnRow row,
            ReturnColumn column,
            Severity severity,
            Map<String, Read<T>> known,
            String text,
            Function<String, T> parse) {
        Read<T> read = known.get(text);
        if (read == null) {
            read = attempt(parse, text);
            known.put(text, read);
        }
        StandardsException refusal = read.refusal();
        if (refusal != null) {
            row.fault(
                    "growth." + column.heading() + "-unknown",
                    severity,
                    column,
                    new Wording(sentence(refusal.zh()), sentence(refusal.en())),
                    new Wording("", ""));
        }
        return read.value();
    }

    private static <T> Read<T> attempt(Function<String, T> parse, String text) {
        try {
            return new Read<>(parse.apply(text), null);
        } catch (StandardsException refusal) {
            return new Read<>(null, refusal);
        }
    }

    /** Without the full stop at its end, which the fault sets. */
    private static String sentence(String text) {
        return text.endsWith("。") || text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
