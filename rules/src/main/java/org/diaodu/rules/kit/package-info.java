/** The Technology Compatibility Kit of the OMG's DMN, run on our engines: does what we compute agree with the standard? */
@NullMarked
package org.diaodu.rules.kit;

import org.jspecify.annotations.NullMarked;
