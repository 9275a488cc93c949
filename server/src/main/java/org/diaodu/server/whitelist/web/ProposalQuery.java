package org.diaodu.server.whitelist.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.diaodu.server.pages.Address;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.whitelist.Kind;
import org.diaodu.server.whitelist.RuleProposals.Proposal;

/**
 * One view of those whom the rule names, as its address says it.
 *
 * @param held "" for those who would enter, "THERE" for those on the list or open, "ALL" for both
 * @param row the row of the rule; "" for any
 */
record ProposalQuery(Kind kind, String text, String region, String held, String row, String sort, boolean descending) {

    static ProposalQuery of(Address asked) {
        return new ProposalQuery(
                asked.get("kind").equals(Kind.LOGISTICS.name()) ? Kind.LOGISTICS : Kind.SUPPLY,
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("held"),
                asked.get("row"),
                asked.get("sort"),
                asked.isDescending());
    }

    List<Proposal> of(List<Proposal> all) {
        return all.stream().filter(this::isWanted).sorted(order()).toList();
    }

    private boolean isWanted(Proposal one) {
        return (text.isEmpty()
                        || one.name().contains(text)
                        || one.creditCode().startsWith(text.toUpperCase(Locale.ROOT)))
                && one.region().startsWith(region)
                && (row.isEmpty() || one.grounds().equals(row))
                && switch (held) {
                    case "ALL" -> true;
                    case "THERE" -> !one.isFresh();
                    default -> one.isFresh();
                };
    }

    private Comparator<Proposal> order() {
        Comparator<Proposal> order = switch (sort) {
            case "name" -> Comparator.comparing(Proposal::name, Collator.getInstance(Locale.CHINA));
            case "row" -> Comparator.comparing(Proposal::grounds);
            default -> Comparator.comparing(Proposal::region);
        };
        return (descending ? order.reversed() : order).thenComparing(Proposal::creditCode);
    }
}
