/**
 * How a budget is given out: first come, by priority, or pro rata, in whole fen and never more than there is. Pure
 * arithmetic: it knows no files and no rules.
 */
@NullMarked
package org.diaodu.policy.budget;

import org.jspecify.annotations.NullMarked;
