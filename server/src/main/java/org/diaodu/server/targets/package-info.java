/**
 * The ledger of targets and commitments (指标目标、承诺事项): what was set out in which document, who answers for it, how it is broken
 * down so that the parts add up, how far it is, and what it takes from now on. {@link org.diaodu.server.targets.Targets} is the
 * way in.
 */
@NullMarked
package org.diaodu.server.targets;

import org.jspecify.annotations.NullMarked;
