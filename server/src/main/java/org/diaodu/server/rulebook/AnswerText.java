package org.diaodu.server.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.model.Answer;
import org.jspecify.annotations.Nullable;

/** A FEEL value as people read it: texts without quotes, – for null. */
public final class AnswerText {

    private AnswerText() {}

    public static String of(Answer answer) {
        return answer.failed() ? "⚠ " + String.join("; ", answer.faults()) : of(answer.value());
    }

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case String text -> text;
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case List<?> list -> list.isEmpty() ? "–" : list.stream().map(AnswerText::of).collect(Collectors.joining("；"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "：" + of(entry.getValue()))
                        .collect(Collectors.joining("，"));
            default -> FeelValue.text(value);
        };
    }
}
