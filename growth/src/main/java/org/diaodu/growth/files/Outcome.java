package org.diaodu.growth.files;

import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.GrowthChange;
import org.diaodu.growth.WhatIf;
import org.jspecify.annotations.Nullable;

/** What the command computed from returns: the account, and what else was asked for. */
record Outcome(
        GrowthAccount account,
        @Nullable GrowthChange change,
        @Nullable WhatIf whatIf) {}
