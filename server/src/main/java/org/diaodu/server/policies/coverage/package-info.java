/** How far policies reach: who of those entitled got it, how much and how fast, and whom a policy reaches not at all. */
@NullMarked
package org.diaodu.server.policies.coverage;

import org.jspecify.annotations.NullMarked;
