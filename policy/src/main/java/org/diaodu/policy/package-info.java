/**
 * Support policies: clauses as files with their rule, formula and terms; who is entitled to how much and why not; the best
 * lawful bundle for each enterprise; budgets.
 */
@NullMarked
package org.diaodu.policy;

import org.jspecify.annotations.NullMarked;
