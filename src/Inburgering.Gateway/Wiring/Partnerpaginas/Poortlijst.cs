using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Wiring.Partnerpaginas;

/// <summary>What one adapter says it can do, to write down.</summary>
internal sealed class Poortlijst : IPartnerPorts
{
    private readonly Dictionary<string, (IBerichtReader Reader, string Betekenis)> berichten = new(StringComparer.Ordinal);
    private readonly List<Type> records = [];
    private readonly List<Type> meldingen = [];
    private readonly List<Type> geschreven = [];
    private readonly List<Type> gelezen = [];

    private Poortlijst()
    {
    }

    /// <summary>By type, without «nl.inburgering.», in the order of the adapter.</summary>
    public IReadOnlyDictionary<string, (IBerichtReader Reader, string Betekenis)> Berichten => berichten;

    /// <summary>Canonical records that we ask for.</summary>
    public IReadOnlyList<Type> Records => records;

    /// <summary>What we tell it, the aanmelding left out.</summary>
    public IReadOnlyList<Type> Meldingen => meldingen;

    /// <summary>Files that we write.</summary>
    public IReadOnlyList<Type> Geschreven => geschreven;

    /// <summary>Files that we read; each kind of a closed family by itself.</summary>
    public IEnumerable<Type> Gelezen => gelezen.SelectMany(bericht => bericht.IsAbstract ? bericht.GetNestedTypes().Where(soort => soort.IsSubclassOf(bericht)) : [bericht]);

    /// <summary>Whether it notifies.</summary>
    public bool Meldt { get; private set; }

    /// <summary>How it delivers rows; null: it delivers none.</summary>
    public Rijvorm? Rijen { get; private set; }

    public static Poortlijst Van(IPartner partner)
    {
        var lijst = new Poortlijst();
        partner.AddPorts(lijst);
        return lijst;
    }

    public IPartnerPorts Reads<TRecord, TSource>()
        where TRecord : class
        where TSource : class, IRecordSource<TRecord>
    {
        records.Add(typeof(TRecord));
        return this;
    }

    public IPartnerPorts Accepts<TReader>()
        where TReader : class, INotificationReader
    {
        Meldt = true;
        return this;
    }

    public IPartnerPorts Delivers<TReader>(string type, string betekenis)
        where TReader : class, IBerichtReader
    {
        berichten.Add(type, (Activator.CreateInstance<TReader>(), betekenis));
        return this;
    }

    public IPartnerPorts DeliversRows(Rijvorm vorm)
    {
        Rijen = vorm;
        return this;
    }

    public IPartnerPorts Sends<TMelding, TSink>()
        where TMelding : Melding
        where TSink : class, IMeldingSink<TMelding>
    {
        meldingen.Add(typeof(TMelding));
        return this;
    }

    public IPartnerPorts Announces<TSink>()
        where TSink : class, IMeldingSink<AanmeldingMelding> => this;

    public IPartnerPorts Writes<TBestand, TSchrijver>()
        where TBestand : class
        where TSchrijver : class, IBestandschrijver<TBestand>
    {
        geschreven.Add(typeof(TBestand));
        return this;
    }

    public IPartnerPorts ReadsFiles<TBericht, TLezer>()
        where TBericht : class
        where TLezer : class, IBestandlezer<TBericht>
    {
        gelezen.Add(typeof(TBericht));
        return this;
    }

    public IPartnerPorts Carries<TKanaal>()
        where TKanaal : class, IBankkanaal => this;

    public IPartnerPorts Tests<TMelding, TVoorwaarden>()
        where TMelding : Melding
        where TVoorwaarden : class, IVoorwaarden<TMelding> => this;
}
