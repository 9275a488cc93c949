package org.diaodu.server.policies.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.SubjectFacts;
import org.springframework.stereotype.Component;

/** The enterprises the caller sees, in parts that can be counted on the way, with what is known of them. */
@Component
class Population {

    private static final int PART = 500;

    private final SubjectFacts facts;

    Population(SubjectFacts facts) {
        this.facts = facts;
    }

    List<List<Long>> parts(LocalDate day) {
        List<Long> listed = facts.listed(day);
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < listed.size(); from += PART) {
            parts.add(listed.subList(from, Math.min(from + PART, listed.size())));
        }
        return parts;
    }

    List<KnownSubject> of(List<Long> part, LocalDate day) {
        return facts.of(part, day);
    }
}
