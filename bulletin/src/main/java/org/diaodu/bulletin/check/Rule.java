package org.diaodu.bulletin.check;

/** One kind of relation between the figures of a passage. */
interface Rule {

    void find(Passage passage, Findings findings);
}
