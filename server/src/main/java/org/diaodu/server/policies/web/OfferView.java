package org.diaodu.server.policies.web;

import java.util.List;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementVerb;
import org.jspecify.annotations.Nullable;

/**
 * What the policies offer an enterprise, as its page says it.
 *
 * @param own whether the enterprise itself looks
 * @param total what can still be had, in words; empty where no money is
 * @param typed what was typed into the form of a fact that was refused
 */
public record OfferView(
        long enterprise,
        String name,
        boolean own,
        String total,
        List<Card> open,
        List<Card> underWay,
        List<Card> received,
        List<Line> givenWay,
        List<Line> almost,
        List<Needed> needed,
        List<Line> coming,
        List<Line> others,
        Typed typed) {

    private static final int SHOWN = 6;

    /**
     * Something that is due.
     *
     * @param part the project or product it is due for; empty for the enterprise
     * @param amount in words; empty where it is no money
     * @param bundle what the best bundle leaves of it, where that is not all
     * @param entitlement null where the next run will find it
     */
    public record Card(
            String title,
            String part,
            String amount,
            String reason,
            String how,
            String bundle,
            @Nullable Entitlement entitlement) {

        public boolean may(EntitlementVerb verb) {
            return entitlement != null && entitlement.state().possible().contains(verb);
        }
    }

    /** Something that is not due, or not yet, and what there is to say of it. */
    public record Line(String title, String part, String words, String gain, String reference) {}

    /**
     * A fact that is not known.
     *
     * @param subject key of whom it is about, {@code part} its name where it is not the enterprise itself
     * @param last clauses that wait for nothing else
     * @param more clauses that wait for other facts as well
     * @param declarable whether the enterprise holds it
     */
    public record Needed(
            AskedFact fact,
            String subject,
            String part,
            String holder,
            String source,
            List<String> last,
            List<String> more,
            boolean declarable) {

        /** Of the form in which it is declared. */
        public String id() {
            return id(subject, fact.name());
        }

        static String id(String subject, String fact) {
            return "fact-" + Integer.toHexString((subject + " " + fact).hashCode());
        }
    }

    /** What the enterprise can tell itself, and what most hangs on. */
    public List<Needed> neededFirst() {
        return needed.subList(0, firsts());
    }

    public List<Needed> neededThen() {
        return needed.subList(firsts(), needed.size());
    }

    private int firsts() {
        int declarable = (int) needed.stream().filter(Needed::declarable).count();
        return Math.min(needed.size(), Math.max(declarable, SHOWN));
    }

    public boolean isEmpty() {
        return open.isEmpty() && underWay.isEmpty() && received.isEmpty() && almost.isEmpty() && needed.isEmpty();
    }
}
