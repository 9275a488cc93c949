/** Trying a clause over the platform's enterprises before it is published: who gets what, who just misses, who loses. */
@NullMarked
package org.diaodu.server.policies.trial;

import org.jspecify.annotations.NullMarked;
