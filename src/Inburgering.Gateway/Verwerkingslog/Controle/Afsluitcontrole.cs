using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Knows the months that were dropped: the verifier walks over their lines from hash to hash.</summary>
internal sealed class Afsluitcontrole(Bewijzen bewijzen, GeslotenReeksen reeksen, IZegelSleutel sleutel)
{
    private readonly Stack<(Bewijs Bewijs, Afsluiting Afsluiting)> gesloten = new();
    private Bevinding? bevinding;

    /// <param name="bewaard">In order of month.</param>
    public void Add(BewaardeAfsluiting bewaard)
    {
        var nummer = (bewaard.Maand.Year * 100) + bewaard.Maand.Month;
        if (Fault(bewaard, out var afsluiting) is { } uitleg)
        {
            Report(nummer, uitleg);
            return;
        }

        var bewijs = bewijzen.Expect(Logregel.Huis, Afsluiting.BerichtId(bewaard.Hash), Soort.AfsluitingOngeldig, nummer);
        gesloten.Push((bewijs, afsluiting!));
        reeksen.Add(bewijs, afsluiting!.Reeksen);
    }

    /// <summary>After the last line. The lines that vouch for an old afsluiting may stand in a newer one.</summary>
    public Bevinding? Finish()
    {
        foreach (var (bewijs, afsluiting) in gesloten)
        {
            if (bewijs.InLog)
            {
                afsluiting.Bewijzen.ToList().ForEach(bewijzen.Confirm);
            }
            else
            {
                Report(bewijs.Nummer, "Geen regel van het log noemt deze afsluiting.");
            }
        }

        return bevinding;
    }

    private string? Fault(BewaardeAfsluiting bewaard, out Afsluiting? afsluiting)
    {
        afsluiting = AfsluitingForm.Read(bewaard.Inhoud);
        if (afsluiting is null)
        {
            return "De inhoud heeft niet de vorm van een afsluiting.";
        }

        if (afsluiting.Maand != bewaard.Maand || !bewaard.Hash.AsSpan().SequenceEqual(Wislijn.HashOf(bewaard.Inhoud)))
        {
            return "De kolommen zeggen iets anders dan de inhoud.";
        }

        return sleutel.Verify(bewaard.Kid, bewaard.Hash, bewaard.Handtekening) ? null : "De handtekening hoort niet bij de inhoud.";
    }

    /// <summary>Keeps the oldest month.</summary>
    private void Report(long nummer, string uitleg)
    {
        if (bevinding is null || nummer < bevinding.Plaats)
        {
            bevinding = new Bevinding(Soort.AfsluitingOngeldig, null, nummer, uitleg);
        }
    }
}
