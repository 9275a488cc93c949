/**
 * From what is due to the money: runs of all clauses over all subjects, entitlements with their states, public notices, approval
 * by two people within the budget, payment files, the treasury's answers, and what is asked back.
 */
@NullMarked
package org.diaodu.server.policies.delivery;

import org.jspecify.annotations.NullMarked;
