package org.diaodu.policy.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diaodu.policy.curve.Curve;
import org.diaodu.policy.curve.Jump;
import org.diaodu.policy.curve.Segment;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;

/** A curve for programs (docs/formats/policy.md says what each key is). */
final class CurveJson {

    private CurveJson() {}

    static Map<String, @Nullable Object> of(Curve curve, @Nullable BigDecimal own, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("clauses", curve.clauses());
        json.put("over", curve.over().name());
        json.put("unit", curve.over().unit());
        json.put("step", BigDecimal.ONE.movePointLeft(curve.over().places()));
        json.put("exact", curve.exact());
        json.put("own", own);
        json.put(
                "segments",
                curve.segments().stream()
                        .map(segment -> segment(segment, language))
                        .toList());
        json.put(
                "jumps",
                curve.jumps().stream().map(jump -> jump(jump)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> segment(Segment segment, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", segment.from());
        json.put("to", segment.to());
        json.put("shape", segment.shape().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("fromYuan", segment.fromYuan());
        json.put("toYuan", segment.toYuan());
        json.put("yuanPerUnit", segment.perUnit());
        if (!segment.said().isEmpty()) {
            json.put(
                    "said",
                    language.say(segment.said().getFirst(), segment.said().getLast()));
        }
        return json;
    }

    private static Map<String, @Nullable Object> jump(Jump jump) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("threshold", jump.threshold());
        json.put("thresholdBelongsTo", jump.boundBelow() ? "below" : "above");
        json.put("below", jump.below());
        json.put("above", jump.above());
        json.put("belowYuan", jump.belowYuan());
        json.put("aboveYuan", jump.aboveYuan());
        json.put("changeYuan", jump.change());
        return json;
    }
}
