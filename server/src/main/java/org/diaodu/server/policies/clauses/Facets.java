package org.diaodu.server.policies.clauses;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.policy.book.ClauseTexts;
import org.diaodu.policy.book.Terms;

/**
 * What lists ask of a clause, read off its terms: names of the enums of the terms, "" where they cannot be read yet.
 *
 * @param regions GB/T 2260 codes; empty for the whole nation
 */
public record Facets(
        String kind, String field, String level, String subject, String delivery, String issuer, List<String> regions) {

    static final Facets NONE = new Facets("", "", "", "", "", "", List.of());

    public Facets {
        regions = List.copyOf(regions);
    }

    static Facets of(String yaml) {
        Terms terms = ClauseTexts.terms(yaml, new ArrayList<>());
        return terms == null
                ? NONE
                : new Facets(
                        terms.kind().name(),
                        terms.field() == null ? "" : terms.field().name(),
                        terms.level().name(),
                        terms.subject().name(),
                        terms.delivery().name(),
                        terms.issuer(),
                        terms.regions());
    }
}
