/** A book of today against a reform, over a population: who wins, who loses, what it costs whom and when. */
@NullMarked
package org.diaodu.policy.simulate;

import org.jspecify.annotations.NullMarked;
