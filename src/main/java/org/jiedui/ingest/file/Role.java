package org.jiedui.ingest.file;

/** What a column of a file is read as. */
public enum Role {
  SOURCE,
  RECORD_ID,
  YEAR,
  /** First and last year of a total over several years, in one cell. */
  PERIOD,
  /** First year of a total over several years. */
  PERIOD_FROM,
  /** Last year of a total over several years. */
  PERIOD_TO,
  RECIPIENT,
  RECIPIENT_NAME,
  /** Name of the province that the recipient lies in. */
  PROVINCE_NAME,
  /** Name of the prefecture that the recipient lies in. */
  PREFECTURE_NAME,
  DONOR,
  /** Name of the donor, for rows without its code. */
  DONOR_NAME,
  DIRECTION,
  /** The word that names the indicator of a long file. */
  INDICATOR,
  FORM,
  STATUS,
  /** The amount of a long file: its indicator stands in another column. */
  AMOUNT,
  UNIT,
  CODE_VINTAGE,
  /** Which statement of a record it is: the highest one counts. */
  REVISION,
  /** The amount of one indicator in a wide file. */
  MEASURE,
  /** Who is posted: personal data, hashed as it is read. */
  PERSON,
  /** As what a person is posted. */
  POST,
  /** First day of a posting. */
  FROM,
  /** Last day of a posting. */
  TO,
  /** Personal data: never landed and never shown. */
  PII,
  /** Not in the contract; kept in the archive, never counted. */
  EXTRA;

  /** Never landed and never shown. */
  boolean isPersonal() {
    return this == PII || this == PERSON;
  }
}
