package org.diaodu.server.policies.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.policies.Payment;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.ReadOptions;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.UnitSeen;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** The treasury's answer: a row for each payment with what became of it. */
final class AnswerSheet {

    static final String NUMBER = "付款编号";
    static final String YUAN = "金额";
    static final String PAID = "已付";
    static final String RETURNED = "退回";

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("number", NUMBER, "付款单号").inEveryRow(),
            SheetColumn.text("result", "结果", "处理结果", "状态").inEveryRow(),
            SheetColumn.decimal("yuan", YUAN, "付款金额").inEveryRow(),
            SheetColumn.date("day", "付款日期", "办理日期", "日期").inEverySheet(),
            SheetColumn.text("reason", "退回原因", "原因", "备注").inEverySheet());

    private AnswerSheet() {}

    /** What a row says. */
    record Answer(
            String number,
            Payment.State state,
            long fen,
            @Nullable LocalDate day,
            String reason,
            SheetRow row) {}

    /**
     * What was read.
     *
     * @param answers rows that make sense by themselves
     */
    record Content(List<Answer> answers, int rows, List<Fault> faults) {}

    /** Reads the file; {@code check} looks at each row that makes sense, and may put faults on it. */
    static Content read(String name, byte[] content, java.util.function.Consumer<List<Answer>> check) {
        List<Answer> answers = new ArrayList<>();
        int rows = 0;
        try (SheetReader sheet =
                SheetReader.open(new ByteArrayInputStream(content), name, COLUMNS, ReadOptions.DEFAULT)) {
            boolean otherUnit = sheet.units().stream().map(UnitSeen::unit).anyMatch(unit -> !unit.equals("元"));
            Map<String, Integer> first = new HashMap<>();
            for (SheetRow row : sheet) {
                rows++;
                if (otherUnit) {
                    fault(row, "unit", "yuan", "金额的单位应为元", "amounts must be in yuan", "换算成元后再导入", "convert them first");
                }
                Answer answer = row.sound() ? answer(row) : null;
                if (answer == null) continue;
                Integer before = first.putIfAbsent(answer.number(), row.number());
                if (before == null) {
                    answers.add(answer);
                } else {
                    fault(
                            row,
                            "twice",
                            "number",
                            "同一付款在第 " + before + " 行已经出现",
                            "the payment stands in row " + before + " already",
                            "每笔付款只留一行",
                            "leave one row for each payment");
                }
            }
            check.accept(answers);
            return new Content(answers, rows, sheet.faults().list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Answer answer(SheetRow row) {
        String number = text(row, "number");
        String result = text(row, "result");
        BigDecimal yuan = row.decimal("yuan");
        LocalDate day = row.date("day");
        String reason = text(row, "reason");
        Payment.State state = switch (result) {
            case PAID, "成功", "已支付", "paid" -> Payment.State.PAID;
            case RETURNED, "失败", "退票", "returned" -> Payment.State.RETURNED;
            default -> null;
        };
        boolean wrong = false;
        if (state == null) {
            fault(row, "result", "result", "看不出结果", "the result cannot be told", "写“已付”或“退回”", "write 已付 or 退回");
            wrong = true;
        }
        if (yuan != null && (yuan.signum() <= 0 || yuan.stripTrailingZeros().scale() > 2)) {
            fault(
                    row,
                    "amount",
                    "yuan",
                    "金额应大于 0、至多两位小数",
                    "an amount is above 0 with at most two decimals",
                    "核对金额",
                    "check the amount");
            wrong = true;
        }
        if (state == Payment.State.PAID && day == null) {
            fault(row, "day", "day", "已付的要有付款日期", "what was paid has its day", "补上日期", "write the day");
            wrong = true;
        }
        if (state == Payment.State.RETURNED && reason.isEmpty()) {
            fault(row, "reason", "reason", "退回的要有原因", "what came back has a reason", "补上退回原因", "write the reason");
            wrong = true;
        }
        return wrong || state == null || yuan == null
                ? null
                : new Answer(number, state, yuan.movePointRight(2).longValueExact(), day, reason, row);
    }

    private static String text(SheetRow row, String column) {
        String text = row.text(column);
        return text == null ? "" : text.strip();
    }

    static void fault(
            SheetRow row, String code, String column, String zh, String en, String adviceZh, String adviceEn) {
        row.fault("answer." + code, Severity.ERROR, column, new Wording(zh, en), new Wording(adviceZh, adviceEn));
    }
}
