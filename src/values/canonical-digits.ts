/** The decimal digits of a whole number, as a computer writes them. */
export const canonicalDigits = /^(?:0|[1-9][0-9]*)$/
