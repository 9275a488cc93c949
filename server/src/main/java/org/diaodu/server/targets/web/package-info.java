/** The pages of the ledger of targets. */
@NullMarked
package org.diaodu.server.targets.web;

import org.jspecify.annotations.NullMarked;
