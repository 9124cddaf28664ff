/**
 * The demonstration's articles: short briefs written for it, in its own words, after what these outlets published in
 * 2024. Names, dates and facts are real; no sentence is theirs, and every title says "Demo brief". The Demo Mirror alone is
 * no real outlet: it copies, which no real one shall be said to do.
 */
export type Brief = {
  key: string;
  title: string;
  outlet: string;
  author?: string;
  publishedOn: string;
  language: string;
  text: string;
};

export const BRIEFS: Brief[] = [
  {
    key: "reuters-tower22",
    title: "Demo brief: Drone strike kills US soldiers at Tower 22",
    outlet: "Reuters",
    publishedOn: "2024-01-28",
    language: "en",
    text: `# Drone strike kills US soldiers at Tower 22

A drone hit the small American outpost known as Tower 22, in the north-east of Jordan, and killed three soldiers, U.S. Central Command said.

The command's first statement counted 25 wounded. A later one spoke of at least 34 people being examined for brain injuries and warned that the figure would change.

The umbrella that calls itself the Islamic Resistance in Iraq took responsibility for attacks on several bases in the area that day.`,
  },
  {
    key: "utv-dispute",
    title: "موجز تجريبي: خلاف بين الفصائل حول استهداف القوات الأميركية",
    outlet: "UTV",
    author: "أحمد ملا طلال",
    publishedOn: "2024-02-11",
    language: "ar",
    text: `قال الصحفي أحمد ملا طلال في برنامجه على قناة UTV إن خلافاً حاداً نشب بين عصائب أهل الحق وحركة النجباء وفصائل أخرى بشأن الاستمرار في ضرب القوات الأميركية.

ونقل عن قيس الخزعلي، زعيم عصائب أهل الحق، رفضه للهجمات ومطالبته بإيقافها، لأن المرحلة في رأيه هي مرحلة بناء الدولة.

أما من يعارض وقف الهجمات، بحسب رواية ملا طلال، فهما حركة النجباء وكتائب حزب الله.`,
  },
  {
    key: "reuters-halt",
    title: "Demo brief: How a visit to Baghdad quieted the factions",
    outlet: "Reuters",
    publishedOn: "2024-02-18",
    language: "en",
    text: `# How a visit to Baghdad quieted the factions

Iran-aligned factions in Iraq stopped striking American forces in early February, after Esmail Qaani came to Baghdad, several Iraqi and Iranian sources told Reuters.

Qaani, who commands Iran's Quds Force, saw leaders of a number of armed groups at Baghdad airport on January 29, the sources said. Less than two days before, Washington had held the groups answerable for the deaths at Tower 22.

- He warned them that more American dead would bring a hard answer from the United States.
- He advised them to pull back, so that their commanders and bases would be spared.

A single faction held out at first; nearly all the rest went along. On the following day Kataib Hezbollah declared a suspension of its attacks.`,
  },
  {
    key: "mirror-halt",
    title: "Demo brief: How a visit to Baghdad quieted the factions",
    outlet: "Demo Mirror",
    publishedOn: "2024-02-19",
    language: "en",
    text: `# How a visit to Baghdad quieted the factions

Iran-aligned factions in Iraq stopped striking American forces in early February, after Esmail Qaani came to Baghdad, several Iraqi and Iranian sources said.

Qaani, who commands Iran's Quds Force, saw leaders of a number of armed groups at Baghdad airport on January 29, the sources said. Less than two days before, Washington had held the groups answerable for the deaths at Tower 22.

- He warned them that more American dead would bring a hard answer from the United States.
- He advised them to pull back, so that their commanders and bases would be spared.

A single faction held out at first; all the others went along.`,
  },
  {
    key: "reuters-anbar",
    title: "Demo brief: The dead of the strikes in Anbar",
    outlet: "Reuters",
    publishedOn: "2024-02-03",
    language: "en",
    text: `# The dead of the strikes in Anbar

American aircraft struck sites of the Popular Mobilization Forces near al-Qaim, in Anbar, in the night to February 3.

Sixteen people were killed, civilians among them, and 25 wounded, the Iraqi government said.

The Popular Mobilization Forces mourned 16 of their own members and counted 36 wounded.`,
  },
  {
    key: "one-news-nujaba",
    title: "Demo brief: Nujaba against Asaib",
    outlet: "One News",
    publishedOn: "early March 2024",
    language: "en",
    text: `# Nujaba against Asaib

Harakat al-Nujaba is working to limit the weight that Asaib Ahl al-Haq has gained in the government, One News reports.

At a meeting in Tehran not long ago the two quarrelled over whether and how American forces should be attacked. Iranian officials had arranged with Nujaba, through Prime Minister Mohammed Shia al-Sudani, that attacks would go on at a lower pitch and without publicity.

> We take no orders on when to stop, a Nujaba official is said to have answered Qaani.

Within the Revolutionary Guard some now favour a new formation inside the Popular Mobilization Forces that would obey Tehran more readily.`,
  },
  {
    key: "io-baghdad",
    title: "Demo brief: October meetings in Baghdad",
    outlet: "Intelligence Online",
    publishedOn: "2024-10-25",
    language: "en",
    text: `# October meetings in Baghdad

Since the death of Hassan Nasrallah the chiefs of Iraq's Shia armed factions have come together in Baghdad several times. After a month of talks they share one decision only: to strike Israel more often.

How to deal with the United States remains open. The factions are also discussing whether to empty their bases before reprisals come.

Statements appear daily, many with doctored pictures, but several factions are not told where the larger strategy is heading.`,
  },
  {
    key: "estiklal-digest",
    title: "Demo brief: What Nasrallah's death changed in Iraq",
    outlet: "Al-Estiklal",
    publishedOn: "2024-10-27",
    language: "en",
    text: `# What Nasrallah's death changed in Iraq

The killing of Hassan Nasrallah on September 27, 2024 deepened old quarrels among the Iraqi factions close to Iran. According to Intelligence Online, their leaders met in Baghdad again and again during October and settled nothing except that attacks on Israel should increase.

## The winter before

The drone attack on Tower 22 on January 28, 2024 left three American soldiers dead and 25 wounded. American strikes followed in Anbar on February 3, with 16 fighters killed, and in Baghdad four days after that.

A Reuters report of February 18 says that Qaani had been in Baghdad two weeks earlier and that attacks on American forces ceased at that time. Kataib Hezbollah announced that it would suspend its operations, as Reuters reported.

## Who opposed whom

On February 11 the journalist Ahmed Mulla Talal said on UTV that Qais al-Khazali had rejected the attacks and wanted them ended. Those against him, Mulla Talal went on, were Harakat al-Nujaba and Kataib Hezbollah.

The channel One News stated in early March that Nujaba wants to curb Asaib Ahl al-Haq.`,
  },
];
