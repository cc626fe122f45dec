using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk;

/// <summary>BEGELEIDING-STATUS: topics, hours of a month and score, each when it is there; what a message leaves out stays as it was.</summary>
/// <remarks>Topics: DOC (S0, S1, S4). Words, hours per month and the scale: ASM. No topic has free text.</remarks>
internal sealed class BegeleidingStatusReader : IBerichtReader
{
    private const int MaandUren = 744;
    private const int Hoogst = 5;
    private static readonly string[] Onderwerpen = ["huur", "zorgverzekering", "energie", "bank", "school", "huisarts"];

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["onderwerpen", "uren", "samenredzaamheid"], velden =>
    {
        var onderwerpen = velden.Optional("onderwerpen")?.List(Onderwerpen.Length, Onderwerp) ?? [];
        if (onderwerpen.Select(o => o.Onderwerp).Where(o => o.Length > 0).Distinct().Count() < onderwerpen.Count(o => o.Onderwerp.Length > 0))
        {
            velden.Fault("onderwerpen", "Noem ieder onderwerp één keer.");
        }

        object[] uren = velden.Optional("uren") is { } maand ? [Uren(maand.Object())] : [];
        object[] score = velden.Optional("samenredzaamheid") is { } gemeten ? [Score(gemeten.Object())] : [];
        if (velden.Optional("onderwerpen") is null && uren.Length == 0 && score.Length == 0)
        {
            velden.Fault("onderwerpen", "Het bericht zegt niets: noem onderwerpen, uren of samenredzaamheid.");
        }

        return [.. onderwerpen, .. uren, .. score];
    });

    private static Begeleidingsonderwerp Onderwerp(JsonFields onderwerp)
    {
        onderwerp.Only(["onderwerp", "status"], "Dit veld hoort niet bij een onderwerp.");
        return new Begeleidingsonderwerp(onderwerp.Required("onderwerp").OneOf(Onderwerpen), onderwerp.Required("status").OneOf("open", "loopt", "geregeld", "niet-nodig"));
    }

    private static Begeleidingsuren Uren(JsonFields uren)
    {
        uren.Only(["periode", "uren"], "Dit veld hoort niet bij uren.");
        return new Begeleidingsuren(uren.Required("periode").Month(), uren.Required("uren").Hundredths(0, MaandUren));
    }

    private static Samenredzaamheid Score(JsonFields score)
    {
        score.Only(["datum", "score"], "Dit veld hoort niet bij samenredzaamheid.");
        return new Samenredzaamheid(score.Required("datum").Date(), (int)score.Required("score").Integer(1, Hoogst));
    }
}
