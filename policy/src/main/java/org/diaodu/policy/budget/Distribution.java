package org.diaodu.policy.budget;

/** In what way a budget that is too small is given out (分配). */
public enum Distribution {
    /** 先到先得: in the order of time, of the same time by id, until it is used up; the last may get a part. */
    FIRST_COME,
    /**
     * 优先顺序: in the order of priority, then of time, then by id. The amount plays no part in the order, so that nobody
     * gains by claiming more.
     */
    BY_PRIORITY,
    /**
     * 按比例: everybody the same share of the claim, rounded down to the fen; the fen that are left go one each to the
     * largest remainders, of equals to the first come, then by id. It adds up exactly. With a larger budget the total
     * never falls, but one claim may get a fen less, as always with largest remainders.
     */
    PRO_RATA
}
