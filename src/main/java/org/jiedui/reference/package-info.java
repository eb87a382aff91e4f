/** Facts of {@code conf/}: geography, pairings, prices, indicators; loaded once and validated. */
package org.jiedui.reference;
