using System.ComponentModel;

namespace AigoPortal.Domain.Training;

/// <summary>Kinds of approved courses (programme plan, table 3).</summary>
public enum CourseKind
{
    /// <summary>For owners and managers, 12 to 18 hours.</summary>
    [Description("AI策略研習課程")]
    Strategy,

    /// <summary>For AI engineers, 18 hours or more.</summary>
    [Description("AI技術精修課程")]
    Technique,

    /// <summary>For people who bring AI into an industry, 18 hours or more.</summary>
    [Description("AI應用整合課程")]
    Integration,

    /// <summary>For people who bring AI into an industry, with their hands, 18 hours or more.</summary>
    [Description("實作工作坊")]
    Practice,

    /// <summary>For the people of one company's project, 18 hours or more.</summary>
    [Description("企業包班")]
    InHouse,
}
