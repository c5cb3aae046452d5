/** First titles of incidents that begin as a rising topic; people write better ones. */
export const FAMILY_TITLES = {
  zh: (topic: string) => `${topic}异常`,
  en: (topic: string) => `${topic}: disruption`,
};
