package org.diaodu.server.policies.clauses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.ClauseTexts;
import org.diaodu.policy.book.Terms;
import org.diaodu.policy.book.TermsForm;

/** The terms of another clause as those of a new one of a unit: its level and region, and nothing that ties it to other clauses. */
final class HomeTerms {

    private static final List<String> LEFT_OUT = List.of("发文机关", "互斥", "叠加", "配套.条款", "配套.比例", "配套.封顶");

    private HomeTerms() {}

    static String of(String yaml, String home) {
        Map<String, String> fields = new LinkedHashMap<>(TermsForm.fields(yaml));
        LEFT_OUT.forEach(fields::remove);
        fields.put("层级", home.endsWith("0000") ? "省" : home.endsWith("00") ? "市" : "县");
        fields.put("地区", home);
        Terms terms = ClauseTexts.terms(yaml, new ArrayList<>());
        List<String> facts =
                terms == null ? List.of() : List.copyOf(terms.facts().keySet());
        return TermsForm.yaml(fields, facts).yaml();
    }
}
