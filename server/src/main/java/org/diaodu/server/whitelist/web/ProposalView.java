package org.diaodu.server.whitelist.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.whitelist.Kind;
import org.diaodu.server.whitelist.RuleProposals.Preview;
import org.diaodu.server.whitelist.RuleProposals.Proposal;

/**
 * What the page of those whom the rule names shows.
 *
 * @param found all under the filters, {@code shown} those of this page
 */
public record ProposalView(
        Kind kind, Preview preview, List<Proposal> found, List<Proposal> shown, Pager pager, Address address) {

    public Clause clause() {
        return preview.clause();
    }

    public int fresh() {
        return preview.fresh().size();
    }

    public int there() {
        return preview.all().size() - fresh();
    }

    /** Those under the filters who would enter. */
    public List<Proposal> entering() {
        return found.stream().filter(Proposal::isFresh).toList();
    }

    public boolean anyToEnterShown() {
        return shown.stream().anyMatch(Proposal::isFresh);
    }

    /** The rows of the rule that name anybody, with how many. */
    public Map<String, Long> rows() {
        return byRow(preview.all());
    }

    /** How many each row of the rule names. */
    public static Map<String, Long> byRow(List<Proposal> proposals) {
        return proposals.stream()
                .collect(Collectors.groupingBy(Proposal::grounds, TreeMap::new, Collectors.counting()));
    }

    /** As one field of a form carries them. */
    public static String numbers(List<Proposal> proposals) {
        return proposals.stream().map(one -> "" + one.enterprise()).collect(Collectors.joining(","));
    }
}
