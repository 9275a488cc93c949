package org.diaodu.bulletin.reader.grammar;

import org.jspecify.annotations.Nullable;

/**
 * A time the text names.
 *
 * @param period in ISO form; null for a time that is no period of statistics: a day, 下一步
 * @param sort what it says of the figures it goes with
 */
record TimePhrase(int start, int end, @Nullable String period, Sort sort) {

    enum Sort {
        /** A period figures are of. */
        PERIOD,
        /** Now: figures are of the year the text is from. */
        NOW,
        /** A time by which something is to be reached. */
        UNTIL,
        /** A moment up to which is counted: 截至7月底. */
        AS_OF,
        /** A day or the like, of which no figure is. */
        EVENT
    }
}
