using System.Text;
using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Which wislijnen, afsluitingen and herstellen a good line of the log names: only those count.</summary>
internal sealed class Bewijzen
{
    private readonly Dictionary<(string Gemeentecode, string BerichtId), Bewijs> verwacht = [];

    private static ReadOnlySpan<byte> Lid => "\"berichtId\":\""u8;

    public IEnumerable<Bewijs> NietInLog => verwacht.Values.Where(b => !b.InLog);

    /// <param name="gemeentecode">Whose log must name it.</param>
    public Bewijs Expect(string gemeentecode, string berichtId, Soort soort, long nummer) =>
        verwacht[(gemeentecode, berichtId)] = new Bewijs(gemeentecode, soort, nummer);

    /// <summary>A line that fits in its chain.</summary>
    public void Witness(KetenRegel regel)
    {
        // inside a canonical text every quote has a backslash before it, so these bytes are the member itself
        if (verwacht.Count > 0 && regel.Velden.IndexOf(Lid) is var at and >= 0)
        {
            var value = regel.Velden[(at + Lid.Length)..];
            Confirm(new Bewijsregel(regel.Gemeentecode, Encoding.UTF8.GetString(value[..Math.Max(0, value.IndexOf((byte)'"'))])));
        }
    }

    public void Confirm(Bewijsregel regel)
    {
        if (verwacht.TryGetValue((regel.Gemeentecode, regel.BerichtId), out var bewijs))
        {
            bewijs.InLog = true;
        }
    }
}

/// <summary>A wislijn, an afsluiting or a herstel that is what it should be.</summary>
/// <param name="gemeentecode">Whose log must name it.</param>
/// <param name="soort">What is found when no line does.</param>
/// <param name="nummer">Number of the wislijn or herstel; year and month of the afsluiting.</param>
internal sealed class Bewijs(string gemeentecode, Soort soort, long nummer)
{
    public string Gemeentecode => gemeentecode;

    public Soort Soort => soort;

    public long Nummer => nummer;

    /// <summary>A good line of that gemeente holds its hash.</summary>
    public bool InLog { get; set; }
}
