package org.diaodu.policy.book;

import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.model.Place;

/** The faults found so far, for the reader of one file. */
record FaultList(String source, List<PolicyFault> all) {

    FaultList in(String other) {
        return new FaultList(other, all);
    }

    int size() {
        return all.size();
    }

    /** @param line from 1; 0 where it is about the whole file */
    void add(String code, int line, String chinese, String english) {
        all.add(new PolicyFault(code, Place.of(source).at(line, 0), chinese, english));
    }
}
