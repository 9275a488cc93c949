package org.diaodu.bulletin.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds where a number stands: the brackets around it, the list it is in, whom the text speaks of. Not thread-safe. */
final class Surroundings {

    private static final String HARD = "。;\n!|";
    private static final int LONGEST = 160; // of words before a number; a name is shorter

    /** What holds outside a bracket. */
    private record Bracket(
            @Nullable Carrier current,
            @Nullable Breakdown breakdown,
            String words,
            @Nullable Figure last) {}

    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private final List<Breakdown> breakdowns = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private StringBuilder words = new StringBuilder();
    private @Nullable Breakdown breakdown;
    private String heading = "";
    private int sentence;
    private boolean broken;
    private boolean opened;
    private boolean slash;
    private boolean among;

    @Nullable
    Carrier current;

    @Nullable
    Figure last;

    /** Walks over what stands between two numbers. */
    void pass(String glue) {
        words = new StringBuilder();
        broken = false;
        opened = false;
        slash = glue.equals("/");
        among = glue.matches("(?s).*中[,，]?(?:其中)?(?:有|共有)?$");
        for (int i = 0; i < glue.length(); i++) {
            char c = glue.charAt(i);
            if (HARD.indexOf(c) >= 0) {
                ends();
            } else if (c == ':') {
                colon();
            } else if (c == '(') {
                opens();
            } else if (c == ')') {
                closes();
            } else if (c == '+' && words.isEmpty() && breakdown != null) {
                breakdown.addedUp();
            } else if (c == ',' || c == '，' || c == '、') {
                waits(c);
            } else {
                more(c);
            }
        }
    }

    private void more(char c) {
        if (words.length() == LONGEST) {
            words.delete(0, LONGEST / 2);
        }
        words.append(c);
        if (breakdown != null
                && (c == '…' || words.indexOf("其中") >= 0 || words.toString().equals("等"))) {
            breakdown.leaveOpen();
        }
    }

    private void ends() {
        while (!brackets.isEmpty()) {
            closes();
        }
        words = new StringBuilder();
        waiting.clear();
        if (breakdown != null) {
            current = breakdown.total().carrier();
        }
        breakdown = null;
        heading = "";
        last = null;
        broken = true;
        sentence++;
    }

    private void waits(char delimiter) {
        String label = Wording.label(words.toString());
        if (!label.isEmpty()) {
            waiting.add(label);
        } else if (delimiter != '、') {
            waiting.clear();
        }
        words = new StringBuilder();
        broken = true;
    }

    private void colon() {
        heading = words.toString();
        Figure total = current == null || !brackets.isEmpty() ? null : totalOf(current);
        breakdown = null;
        if (total != null) {
            begin(total);
        }
        words = new StringBuilder();
        waiting.clear();
        broken = true;
    }

    private static @Nullable Figure totalOf(Carrier carrier) {
        for (Role role : List.of(Role.LEVEL, Role.COUNT, Role.CONTRIBUTION, Role.GROWTH)) {
            Figure figure = carrier.figure(role);
            if (figure != null) {
                return figure;
            }
        }
        return null;
    }

    private void begin(Figure total) {
        breakdown = new Breakdown(total);
        breakdowns.add(breakdown);
    }

    private void opens() {
        brackets.push(new Bracket(current, breakdown, words.toString(), last));
        breakdown = null;
        if (last != null && words.isEmpty() && (last.role() == Role.LEVEL || last.role() == Role.CONTRIBUTION)) {
            begin(last);
        }
        words = new StringBuilder();
        opened = true;
        broken = true;
    }

    private void closes() {
        if (brackets.isEmpty()) {
            return;
        }
        Bracket outside = brackets.pop();
        current = outside.current();
        breakdown = outside.breakdown();
        last = outside.last();
        words = new StringBuilder(outside.words());
        opened = false;
    }

    /** The words since the last comma or bracket; those before a bracket where it has just closed. */
    String words() {
        return words.toString();
    }

    /** The words before the bracket this number is the first in; empty where it is not. */
    String wordsOutside() {
        return opened && !brackets.isEmpty() ? brackets.peek().words() : "";
    }

    /** The words before the colon this sentence's list stands behind; may be empty. */
    String heading() {
        return heading;
    }

    /** Names that stand in a list without a number, still to be given theirs. */
    List<String> waiting() {
        return waiting;
    }

    @Nullable
    Breakdown breakdown() {
        return breakdown;
    }

    List<Breakdown> breakdowns() {
        return breakdowns;
    }

    int sentence() {
        return sentence;
    }

    /** Whether a comma, bracket or colon stands between the last number and this one. */
    boolean broken() {
        return broken;
    }

    /** Whether the number is said to be one among those before: 38个行业中，有22个. */
    boolean among() {
        return among;
    }

    boolean opened() {
        return opened;
    }

    /** Whether a stroke and nothing else stands between the last number and this one. */
    boolean slash() {
        return slash;
    }
}
