/**
 * The best lawful bundle of what one subject is entitled to: exclusion groups, permissions to add, ceilings, supplements and
 * earlier payments, in whole fen and with a proven optimum. Pure arithmetic: it knows no files and no rules.
 */
@NullMarked
package org.diaodu.policy.stacking;

import org.jspecify.annotations.NullMarked;
